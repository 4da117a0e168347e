import type { KindReading, UnknownKindReason } from '../../model/investor-kind.ts'
import { placeAt } from '../places/china.ts'
import { toSimplified } from './identity.ts'
import { houseAt } from './words/houses.ts'
import {
  ABBREVIATED_PLACE,
  INVESTING,
  type KindMark,
  LATIN_FUND,
  MARKS,
  MARKS_AFTER_PLACE,
  MONEY_OF_OTHERS,
  NO_GIVEN_NAME,
  OPERATING_FIRM,
  PERSON,
  STRATEGIC_ARM,
} from './words/kind-marks.ts'

type Told = Pick<KindMark, 'rule' | 'kind' | 'confidence'>

const LEGAL_FORM = /(?:股份有限公司|有限责任公司|有限公司|[(（]有限合伙[)）]|合伙企业)/g

/**
 * What an investor's name tells of its kind. Marks of one kind agree; marks of several leave it unknown, and so does a
 * name without any: the dictionary of investors stands above this and is asked first.
 */
export function investorKind(name: string): KindReading {
  const plain = toSimplified(name.normalize('NFKC')).replaceAll(LEGAL_FORM, '').trim()
  const marks = marksOf(plain)
  const [first] = marks
  if (first === undefined) return withoutMark(plain)
  if (marks.some(({ kind }) => kind !== first.kind))
    return unknown('conflicting-marks', marks.map(({ rule }) => rule).join('+'))
  return marks.find(({ confidence }) => confidence === 'high') ?? first
}

function marksOf(plain: string): readonly Told[] {
  const place = placeAt(plain)
  const afterPlace = place === undefined ? undefined : plain.slice(place.length)
  const house = houseAt(plain) ?? (afterPlace === undefined ? undefined : houseAt(afterPlace))
  // 宁德时代 is a firm, not one of Ningde.
  const isOfPlace = afterPlace !== undefined && houseAt(plain) === undefined
  return [
    ...(house === undefined ? [] : [{ rule: 'house', kind: house, confidence: 'high' as const }]),
    ...[...MARKS, ABBREVIATED_PLACE].filter(({ pattern }) => pattern.test(plain)),
    ...(isOfPlace ? MARKS_AFTER_PLACE.filter(({ pattern }) => pattern.test(afterPlace)) : []),
  ].map(({ rule, kind, confidence }) => ({ rule, kind, confidence }))
}

function withoutMark(plain: string): KindReading {
  if (MONEY_OF_OTHERS.test(plain)) return unknown('money-of-others', 'none')
  if (LATIN_FUND.test(plain)) return unknown('latin-fund', 'none')
  if (STRATEGIC_ARM.test(plain))
    return { kind: 'cvc-industrial', rule: 'strategic-arm', confidence: 'medium' }
  if (INVESTING.test(plain)) return unknown('no-mark', 'none')
  if (OPERATING_FIRM.test(plain))
    return { kind: 'cvc-industrial', rule: 'operating-firm', confidence: 'medium' }
  if (PERSON.test(plain) && !NO_GIVEN_NAME.test(plain.slice(1)))
    return { kind: 'angel', rule: 'person', confidence: 'low' }
  return unknown('no-mark', 'none')
}

function unknown(reason: UnknownKindReason, rule: string): KindReading {
  return { kind: 'unknown', rule, confidence: 'low', reason }
}
