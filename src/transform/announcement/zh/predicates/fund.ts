import type { Predicate } from '../predicate.ts'
import { NUMBER_AHEAD } from './parts.ts'

/** Funds that raise their own money, and money that is given. */
export const FUND_PREDICATES: readonly Predicate[] = [
  {
    rule: 'fund/raised',
    hints: '基金',
    kind: 'fund',
    pattern:
      /(?:设立|成立|发起|完成|募集|拟募|关账|首关|终关|备案|组建|推出|落地|注册成立|牵头|筹建|筹设)(?:筹建|筹设|设立|发起|组建)?(?:\s?[约近超逾]?\s?\d[\d.]*\s?[万亿][^，。;\d]{0,2}元(?:规模)?的?)?\s?(?<target>[^，。;]{0,40}?基金)(?:的?(?:首|终|最终)?(?:轮)?(?:关账|关闭|募集|交割|首关|终关|设立))?(?![^，。;]{0,4}(?:领投|跟投|参投|投资|、))/,
    needs: 'amount-nearby',
  },
  {
    rule: 'fund/closed',
    hints: '基金',
    kind: 'fund',
    pattern:
      /(?:最大的?|产业|引导|[一二三四五六首新]一?[期支只]|[约近超]?(?:\d[\d.]{0,6}|[数十百千])?亿(?:元|美元)?|旗舰|人民币|美元|双币|早期|成长|专项)*母?基金(?:(?:已|正式|宣布|成功|顺利|超募|全部)*完成(?:[首终][轮次]|最终)?(?:募集|募资|首关|终关|关账|关闭|交割)|(?:正式)?(?:来了|落地|揭牌|启航|亮相|签约|设立)$|(?:正式)?(?:落子|落户|落地)(?=[\u3400-\u9fff]{2,6}$))/,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
  },
  {
    rule: 'fund/raises-for',
    hints: '基金',
    kind: 'fund',
    pattern: /为[^，。;]{0,24}基金(?:进行)?(?:募资|募集|融资|筹资|筹集)/,
    needs: 'amount-nearby',
  },
  {
    rule: 'fund/newly-raised',
    hints: '新募',
    kind: 'fund',
    pattern: new RegExp(`新募(?:集|资)?(?:了)?${NUMBER_AHEAD}`),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'fund/founded',
    hints: '基金',
    kind: 'fund',
    pattern:
      /^(?<target>[^，。;的完成设立]{4,30}基金)(?:已|正式|宣布)*(?:(?:成立|完成备案|备案成立)(?=$|\s)|(?:首关|终关)(?=\s?[约近超逾]?\s?\d))/,
    hasTarget: true,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
  },
  {
    rule: 'grant/awarded',
    hints: '补贴 补助 资助 拨款 扶持资金 专项资金 科研经费',
    kind: 'grant',
    pattern:
      /(?:获得?|拿到|收到|斩获)[^，。;]{0,30}?(?:补贴|补助|资助|拨款|扶持资金|专项资金|科研经费)/,
    needs: 'amount',
    // Vouchers for customers are no grants.
    sentenceHas: /[万亿]/,
  },
]
