import type { Predicate } from '../predicate.ts'
import { NO_RAISE, NUMBER_AHEAD } from './parts.ts'

const SEEKING =
  '(?:重启|再启|重新启动|寻求|谋求|洽谈|商讨|商议|磋商|谈判|讨论|考虑|计划|拟|开启|启动|筹备|正在|接近|有望|评估|探讨|叫停|暂停|推迟|争夺)'
const GOING_ON = '(?:推进|进行(?!了)|开展|展开|准备|打算|需要|(?<![博大小主名武])将)'

/** Rounds that are sought or under way, and records. */
export const EQUITY_PLAN_PREDICATES: readonly Predicate[] = [
  {
    rule: 'equity/seeks',
    hints:
      '重启 再启 重新启动 寻求 谋求 洽谈 商讨 商议 磋商 谈判 讨论 考虑 计划 拟 开启 启动 筹备 正在 接近 有望 评估 探讨 叫停 暂停 推迟 争夺',
    kind: 'equity',
    status: 'planned',
    pattern: new RegExp(
      `(?:正|也|仍)?${SEEKING}(?:[^，。;]{0,36}?)(?:融资${NO_RAISE}(?!资金|将|款|的)|募资|筹资|募集资金|募集|筹集)`,
    ),
  },
  {
    rule: 'equity/goes-on',
    hints: '推进 进行 开展 展开 准备 打算 需要 将',
    kind: 'equity',
    status: 'planned',
    pattern: new RegExp(
      `${GOING_ON}(?:[^，。;]{0,24}?)(?:(?:新一轮|新轮|下一轮|[A-Ha-h]\\d?\\+*轮|天使\\+*轮?|股权|IPO前|首轮)[^，。;]{0,6}?融资${NO_RAISE}(?!资金|款|的)|(?:融资|募资|筹资|筹集)${NUMBER_AHEAD})`,
    ),
  },
  {
    rule: 'equity/being-closed',
    hints:
      '交割 尾声 收尾 最后阶段 进行中 推进 谈判 洽谈 磋商 讨论 商讨 协商 接洽 签约 启动 开放 单独 独立 分拆 原定 提前 开始 开启 筹备 在路上 在途 要来了 融资ing',
    kind: 'equity',
    status: 'planned',
    pattern:
      /(?:开始|启动|开启|筹备)(?:了)?(?:下一轮|新一轮|下轮|[A-H]\d?\+*轮)的?融资|(?:Pre|新一轮|新轮|下一轮|[A-H]\d?\+*轮|首轮|天使|第[二三四五]轮)[^，。;]{0,24}?融资[^，。;本此]{0,12}?(?:交割|尾声|收尾|最后阶段|进行中|推进|谈判|洽谈|磋商|讨论|商讨|协商|接洽|签约|启动|开放)|(?:单独|独立|分拆)[^，。;]{0,4}融资(?!完成)|融资进入[^，。;]{0,8}谈判|(?:原定|已提前)[^，。;]{0,12}[A-H]轮|[A-H]轮(?:融资)?(?:已|将)?(?:提前)?(?:开始|启动)|(?:[A-H](?:\d?-?\d)?\+*轮|新一轮|首轮)(?:融资)?(?:正|已)?(?:在路上|在途|要来了)|融资\s?ing/i,
  },
  {
    rule: 'equity/plan-of-raise',
    hints: '融资计划',
    kind: 'equity',
    status: 'planned',
    needsName: true,
    pattern:
      /(?:展开|推出|披露|公布|发起|酝酿)(?:了)?(?:一[场轮笔]|新一轮|巨额|大额|大规模|首轮|[^，。;]{0,8}元的?)+融资计划/,
  },
  {
    rule: 'equity/at-valuation',
    hints: '估值',
    kind: 'equity',
    status: 'planned',
    pattern:
      /(?:正|拟|计划|将|同意)(?:在)?以[^，。;]{2,18}估值(?:进行|寻求|启动|开展)?(?:新一轮)?(?:融资|募资)/,
  },
  {
    rule: 'equity/seeks-value',
    hints: '估值',
    kind: 'equity',
    status: 'planned',
    needsName: true,
    pattern: new RegExp(
      `(?:寻求|谋求|瞄准|剑指)(?:以)?${NUMBER_AHEAD}[^，。;]{2,12}的?估值(?=$|，)`,
    ),
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/denied',
    needsName: true,
    hints: '否认 回应 澄清 叫停 暂停 搁置 生变 遇阻 受阻',
    kind: 'equity',
    status: 'rumour',
    pattern:
      /(?:否认|澄清)[^，。;、]{0,12}融资|(?:[A-H]\d?\+*轮|新一轮|天使轮|股权)融资(?:被|已|遭)?(?:叫停|暂停|搁置|生变|遇阻|受阻)|(?:回应)(?:[^，。;、]{0,12}融资(?:传闻|传言|报道|消息)|(?:新一轮|首轮|[A-H]\d?\+*轮)融资$)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/exposed',
    needsName: true,
    hints: '曝光',
    kind: 'equity',
    status: 'rumour',
    pattern: /(?:首轮|新一轮|[A-H]\d?\+*轮)融资[^，。;]{0,4}曝光/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/record',
    hints: '最大 最高 纪录 记录 一笔',
    kind: 'equity',
    pattern:
      /(?:诞生|迎来|冒出)?了?一笔[^，。;的起]{0,10}(?:融资|天使轮|种子轮|[A-H]\+*轮)(?:来了|落地)?(?=$|，|!)|(?:(?:刷新|打破|创下?)[^，。;]{0,24}?)?(?:最大[^，。;]{0,12}(?:种子轮|天使轮|[A-H]轮|融资)|最高[^，。;的]{0,3}(?:种子轮|天使轮|[A-H]轮))(?!额)(?:要来了|将诞生)?|(?:(?:刷新|打破|创下?)[^，。;]{0,24}?)?融资新?[纪记]录/,
    isHeadlineOnly: true,
  },
]
