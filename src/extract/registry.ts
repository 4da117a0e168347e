import type { FeedConfig } from '../model/feeds-config.ts'
import type { Source } from './source.ts'
import { cbinsights } from './sources/cbinsights.ts'
import { cfets } from './sources/cfets.ts'
import { cninfo } from './sources/cninfo.ts'
import { cninfoPlacements } from './sources/cninfo-placements.ts'
import { csindex } from './sources/csindex.ts'
import { csindexMembers } from './sources/csindex-members.ts'
import { cyzone } from './sources/cyzone.ts'
import { ecb } from './sources/ecb.ts'
import { emBoardKline } from './sources/em-board-kline.ts'
import { emBoardList } from './sources/em-board-list.ts'
import { emBoardMembers } from './sources/em-board-members.ts'
import { emLockups } from './sources/em-lockups.ts'
import { emMembers } from './sources/em-members.ts'
import { emNotices } from './sources/em-notices.ts'
import { emPlacements } from './sources/em-placements.ts'
import { emReductions } from './sources/em-reductions.ts'
import { emStockValue } from './sources/em-stock-value.ts'
import { feedSource } from './sources/feed.ts'
import { holidayCn } from './sources/holiday-cn.ts'
import { hurun } from './sources/hurun.ts'
import { kr36Daily } from './sources/kr36-daily.ts'
import { kr36Hotlist } from './sources/kr36-hotlist.ts'
import { pedaily } from './sources/pedaily.ts'
import { pitchhub } from './sources/pitchhub.ts'
import { safe } from './sources/safe.ts'
import { secFormD } from './sources/sec-form-d.ts'
import { sinaKline } from './sources/sina-kline.ts'
import { sinaQuote } from './sources/sina-quote.ts'
import { szseCalendar } from './sources/szse-calendar.ts'
import { tencentAbroad } from './sources/tencent-abroad.ts'
import { tencentKline } from './sources/tencent-kline.ts'
import { tencentQuote } from './sources/tencent-quote.ts'
import { thsBoards } from './sources/ths-boards.ts'
import { thsHot } from './sources/ths-hot.ts'
import { thsList } from './sources/ths-list.ts'
import { thsOfficialHistory } from './sources/ths-official-history.ts'
import { thsOfficialList } from './sources/ths-official-list.ts'
import { thsOfficialMembers } from './sources/ths-official-members.ts'
import { wikipediaViews } from './sources/wikipedia-views.ts'

/** Sources with a reader of their own. A new one is a file beside these, a line here and a fixture folder. */
const OWN: readonly Source[] = [
  csindex,
  thsBoards,
  szseCalendar,
  cfets,
  ecb,
  kr36Daily,
  thsList,
  thsOfficialHistory,
  thsOfficialList,
  thsOfficialMembers,
  thsHot,
  emMembers,
  pitchhub,
  cyzone,
  pedaily,
  kr36Hotlist,
  cninfo,
  cninfoPlacements,
  emNotices,
  secFormD,
  hurun,
  cbinsights,
  csindexMembers,
  emStockValue,
  emReductions,
  emPlacements,
  emLockups,
  sinaQuote,
  tencentQuote,
  emBoardList,
  emBoardMembers,
  emBoardKline,
  sinaKline,
  tencentKline,
  tencentAbroad,
  holidayCn,
  safe,
  wikipediaViews,
]

/** Every source: those of their own, and the feeds of `config/feeds.yaml`. */
export function sourcesWith(feeds: readonly FeedConfig[]): readonly Source[] {
  return [...OWN, ...feeds.map(feedSource)]
}
