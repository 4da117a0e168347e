import type { Predicate } from '../../predicate.ts'
import { NO_FIRM } from '../parts.ts'

/** A sum goes into a firm, or somebody invests in it by name. */
export const INTO_FIRMS: readonly Predicate[] = [
  {
    rule: 'equity/sum-put-in',
    hints: '入股 参股 注资 押注',
    kind: 'equity',
    // "潮玩公司甲估值42亿，乙1.4亿入股"
    pattern:
      /(?<=^|，)(?<payer>[^，。;:\d]{2,12}?)(?:拟|再|宣布|斥资|豪掷|出资|以)*[约近超逾]?\s?\d[\d.]{0,6}[百千万亿]{1,2}(?:美元|港元|元)?(?:战略|独家)?(?:入股|参股|注资|押注)$/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/sum-into',
    hints: '投资 入股 增资 注资 认购 参股',
    kind: 'equity',
    pattern: new RegExp(
      `(?<=[万亿]美?元?)(?:人民币)?(?:战略|独家|溢价|领投)?(?:投资|入股|增资|注资|参股|认购)(?!额|者|人|方|于|建|扩|项目|协议|计划|意向|合同|框架)(?:了)?(?!${NO_FIRM})(?<target>「[^」]{2,20}」|[^，。;的\\d]{2,16}?)(?:新增)?(?:股份|股权|注册资本)?$`,
    ),
    hasTarget: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/becomes-holder',
    hints: '投资 入股',
    kind: 'equity',
    pattern: new RegExp(
      `(?:宣布|已|完成|战略|独家)*(?:投资(?!者|人|方|额|机构|公司|集团|基金)|入股)(?:了)?(?!${NO_FIRM})(?<target>[^，。;的\\d]{2,16})$`,
    ),
    hasTarget: true,
    needsName: true,
    // "甲宣布投资乙，持股28%，成为乙最大外部股东"
    sentenceHas: /(?:投资|入股)[^，。;的\d]{2,16}，(?:持股|占股|成为[^，。;]{0,20}股东)/,
  },
  {
    rule: 'equity/invests-in-quoted',
    hints: '投资 入股 参股 押注 下注 投了 看中 注资 领投 独投 加码 加注',
    kind: 'equity',
    pattern:
      /(?<!(?:获|被|曾|完成)[^，。;]{0,12})(?:个人|战略|独家|联合|联手|再次|再度|连续|重金)*(?:投资(?!者|人|方|机构|公司|基金|平台)|[入参]股|(?<!新公司|团队)[押下]注|投了|看中|注资|领投|独投|加[码注])(?:了)?(?<target>[^，。;「」]{0,20}「[^」]{2,20}」)$/,
    hasTarget: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/invests-in-name',
    hints: '投资',
    kind: 'equity',
    pattern: new RegExp(
      `^(?<payer>[^，。;:的靠]{2,12}?)(?:宣布|已|再度|联合|联手|共同|战略|独家|重金|拟|将|天使|正在?|洽谈|商谈|考虑|有意)*(?<!对外|股权|计划|海外|直接|风险|固定资产|基金|年|月|日)投资(?:了)?(?!额|者|人|方|于|建|扩|项目|协议|计划|意向|合同|框架|控股|集团|公司|机会|逻辑|策略|战线|版图|步伐|节奏|部|界|圈|热|潮|[一二两三四五六七八九十百]{1,3}(?:周?年|人|问|课|招|步|大)|(?![^，。;]{2,12}(?:公司|企业|厂商)\\s?[^，。;]{2,12}$)(?:${NO_FIRM}))(?<target>[^，。;的和与、\\d]{2,20})$`,
    ),
    hasTarget: true,
    needsName: true,
    isHeadlineOnly: true,
    // Of an opinion or a list of what one may buy such words are said as well.
    sentenceHas:
      /(?:集团|战投|资本|基金|创投|科技|控股|股份|风投|腾讯|阿里|阿里巴巴|百度|京东|小米|美团|字节|字节跳动|华为|哈勃|软银|红杉|高瓴|谷歌|微软|苹果|亚马逊|英伟达|马云|马化腾|雷军)(?:宣布|已|再度|联合|联手|共同|战略|独家|重金|拟|将|天使|正在?|洽谈|商谈|考虑|有意)*投资|持股\s?\d|投资[^，。;]{2,8}(?:公司|企业|平台|品牌|厂商)\s?[A-Z]/,
  },
]
