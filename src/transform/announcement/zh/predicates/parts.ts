import { oneOf } from '../../one-of.ts'
import { PLACES } from '../../words/places.ts'

/** Not the raise itself: 融资租赁, 融资能力, 融资者. */
export const NO_RAISE =
  '(?!融券|租赁|担保|余额|买入|需求|环境|渠道|能力|工具|服务|平台|机构|成本|客户|难|额度|事件|案例|消息|保证金|性|方案|条件|利率|者|人|顾问|困难|比例|政策|结构|手段|资格|职能)'

/** A sum follows. */
export const NUMBER_AHEAD = `(?=[不了到约近超逾过破达共数几上至最高将]{0,4}\\s?(?:[$¥€£]\\s?\\d|\\d|[一二两三四五六七八九十百千]{1,3}[万亿]|亿|[百千]万))`

/** What one invests in that is no firm. */
export const NO_FIRM = `${oneOf(PLACES)}|产品|组合|AI|人工智能|建|新|数据|算力|芯片|研发|基础|电池|储能|光伏|工厂|项目|房|股|债|基金|黄金|教育|医疗|大模型|半导体|造车|该|这|一|数|几|上|不|被|“|超|近|约|逾|总|规模|金额|亏|[^，。;]{0,8}(?:领域|赛道|行业|产业)`
