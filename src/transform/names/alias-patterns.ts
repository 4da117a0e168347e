import type { AliasKind } from '../../model/company-name.ts'

/** What the words around a name say of another one. `other` is captured by the pattern; `name` is the one at hand. */
export interface AliasPattern {
  readonly rule: string
  readonly kind: AliasKind
  /** Where the words stand to the name: right behind it (sticky at its end) or right before it (ending at its start). */
  readonly where: 'behind' | 'before'
  readonly pattern: RegExp
  /** The captured name is the firm and the one at hand its other name. */
  readonly isTurned?: true
}

/** A quoted name, or one that a sign or a verb ends. */
const HAN_NAME = '[“「『"]?(?<other>[\\u3400-\\u9fffA-Za-z0-9·]{2,24}?)[”」』"]?'
const END = '(?=[，。；、,;.)）\\s]|$|完成|获|宣布|是|的|将|于|及|和|在)'
const LATIN_NAME = "(?<other>[A-Z][A-Za-z0-9.&'+-]*(?: [A-Za-z0-9][A-Za-z0-9.&'+-]*){0,4})"
const CLOSE = '[”」』"》]?'

/** Chinese and English ways of giving a firm's other name, the most telling first. */
export const ALIAS_PATTERNS: readonly AliasPattern[] = [
  {
    rule: 'alias/former-in-brackets',
    kind: 'former-name',
    where: 'behind',
    pattern: new RegExp(
      `${CLOSE}[(（](?:公司)?(?:原名|曾用名|前身|原)(?:称|为|是)?[:：]?${HAN_NAME}(?=[)），,;；])`,
      'y',
    ),
  },
  {
    rule: 'alias/parent-in-brackets',
    kind: 'parent',
    where: 'behind',
    pattern: new RegExp(
      `${CLOSE}[(（](?:其)?母公司(?:为|是)?[:：]?${HAN_NAME}(?=[)），,;；])`,
      'y',
    ),
  },
  {
    rule: 'alias/short-in-brackets',
    kind: 'same-name',
    where: 'behind',
    pattern: new RegExp(
      `${CLOSE}[(（](?:以?下文?|以下)?(?:简称|称)(?:为)?[:：]?${HAN_NAME}(?=[)），,;；])`,
      'y',
    ),
  },
  {
    rule: 'alias/english-in-brackets',
    kind: 'english-name',
    where: 'behind',
    pattern: new RegExp(
      `${CLOSE}\\s?[(（](?:英文名?称?(?:为|是)?[:：]?\\s?)?${LATIN_NAME}(?=[)），,;；])`,
      'y',
    ),
  },
  {
    rule: 'alias/name-in-brackets',
    kind: 'same-name',
    where: 'behind',
    pattern: new RegExp(`${CLOSE}[(（]${HAN_NAME}(?=[)）])`, 'y'),
  },
  {
    rule: 'alias/chinese-in-brackets',
    kind: 'english-name',
    where: 'behind',
    pattern: /(?<=[A-Za-z0-9.])\s?[(（](?<other>[\u3400-\u9fff]{2,12})(?=[)）])/y,
    isTurned: true,
  },
  {
    rule: 'alias/full-before-brackets',
    kind: 'same-name',
    where: 'before',
    pattern:
      /(?<other>[\u3400-\u9fff]{2,28}(?:有限责任公司|有限公司))[(（](?:以?下?简?称)?[“「"]?$/,
    isTurned: true,
  },
  {
    rule: 'alias/renamed',
    kind: 'former-name',
    where: 'behind',
    pattern: new RegExp(
      `${CLOSE}(?:[(（][^()（）]{1,30}[)）])?(?:已|正式|宣布|现|近日|日前|今日|，|公司|将){0,4}(?:更名|改名|品牌升级)(?:为|成)${HAN_NAME}${END}`,
      'y',
    ),
    isTurned: true,
  },
  {
    rule: 'alias/formerly',
    kind: 'former-name',
    where: 'behind',
    pattern: new RegExp(
      `${CLOSE}[，,](?:公司|其)?(?:原名|曾用名|前身)(?:称|为|是)?[:：]?${HAN_NAME}${END}`,
      'y',
    ),
  },
  {
    rule: 'alias/renamed-from',
    kind: 'former-name',
    where: 'behind',
    pattern: new RegExp(`${CLOSE}(?:是|系)?[由从]${HAN_NAME}(?:更名|改名)而来`, 'y'),
  },
  {
    rule: 'alias/that-is',
    kind: 'same-name',
    where: 'behind',
    pattern: new RegExp(`${CLOSE}[，,](?:也)?即[“「"]?${HAN_NAME}(?=[”」"，。；,;.])`, 'y'),
  },
  {
    rule: 'alias/parent-of',
    kind: 'parent',
    where: 'behind',
    pattern: new RegExp(`${CLOSE}的?(?:母公司|控股股东)(?:是|为)?${HAN_NAME}${END}`, 'y'),
  },
  {
    rule: 'alias/under',
    kind: 'parent',
    where: 'before',
    pattern:
      /(?:^|[，。、；\s]|[获闻]悉|[对向与])(?<other>[\u3400-\u9fffA-Za-z0-9]{2,12}?(?:集团)?)旗下(?:的)?(?:[\u3400-\u9fff]{0,8}(?:公司|企业|品牌|平台))?[“「"]?$/,
  },
  {
    rule: 'alias/formerly-known-as',
    kind: 'former-name',
    where: 'behind',
    pattern: new RegExp(
      `,? \\(?(?:formerly|previously)(?: known as| called| named)? ${LATIN_NAME}`,
      'y',
    ),
  },
  {
    rule: 'alias/rebranded',
    kind: 'former-name',
    where: 'behind',
    pattern: new RegExp(
      `,? (?:has |was |is )?(?:been )?(?:renamed|rebranded|rebrands|renames)(?: itself)?(?: as| to)? ${LATIN_NAME}`,
      'y',
    ),
    isTurned: true,
  },
  {
    rule: 'alias/also-known-as',
    kind: 'same-name',
    where: 'behind',
    pattern: new RegExp(`,? \\(?(?:also known as|a\\.?k\\.?a\\.?) ${LATIN_NAME}`, 'y'),
  },
  {
    rule: 'alias/the-parent-of',
    kind: 'parent',
    where: 'behind',
    pattern: new RegExp(
      `,? (?:is )?(?:the )?(?:parent|owner|holding)(?: company)? of ${LATIN_NAME}`,
      'y',
    ),
    isTurned: true,
  },
  {
    rule: 'alias/subsidiary-of',
    kind: 'parent',
    where: 'behind',
    pattern: new RegExp(
      `,? (?:is )?(?:a |the )?(?:wholly owned )?(?:subsidiary|unit|division) of ${LATIN_NAME}`,
      'y',
    ),
  },
]
