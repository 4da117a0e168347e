import { decimal } from '../../model/decimal.ts'
import type { ClaimLine, DealLine, ExclusionTotal } from '../../model/findings.ts'
import { type FigureValue, type Sentence, textOf } from '../messages/catalogue.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  givenSentence,
  head,
  num,
  runs,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { countInWords } from './counts.ts'
import { detailsInWords, evidenceInWords, widerField } from './details.ts'
import { chained, listedValues, trackName, type Words } from './words.ts'

/** Longer lists show their largest in sight and all of them folded. */
const MOST_IN_SIGHT = 20

/** The largest deals that count, or all when they are few; in the order of their days. */
export function toDealTable(words: Words): TableView {
  const { say, findings } = words
  const { deals } = findings
  if (deals.length <= MOST_IN_SIGHT) return toAllDealsTable(words)
  const bySize = [...deals].sort((a, b) => decimal(b.yuan?.high ?? 0).cmp(a.yuan?.high ?? 0))
  const largest = new Set(bySize.slice(0, MOST_IN_SIGHT))
  const caption = runs(
    say.runs('deals.largest', { n: MOST_IN_SIGHT, deals: dealsInAll(words) }),
    ` ${say('deals.caption')} `,
    kindsKnown(words),
  )
  return {
    ...toAllDealsTable({
      ...words,
      findings: { ...findings, deals: deals.filter((deal) => largest.has(deal)) },
    }),
    caption,
    label: textOf(caption),
  }
}

function dealsInAll({ format, findings }: Words): FigureValue {
  const { length } = findings.deals
  return figure('deals', format.number(length), length)
}

/** All of them, when not all are in sight. */
export function toMoreDeals(words: Words): TableView | undefined {
  const { deals } = words.findings
  if (deals.length <= MOST_IN_SIGHT) return undefined
  const caption = words.say.runs('deals.all', { deals: dealsInAll(words) })
  return { ...toAllDealsTable(words), caption, label: textOf(caption) }
}

function toAllDealsTable(words: Words): TableView {
  const { say, findings } = words
  return table({
    caption: runs(`${say('deals.caption')} `, kindsKnown(words)),
    columns: columns(words, [
      'date',
      'company',
      'track',
      'round',
      'amount',
      'yuan',
      'investors',
      'sources',
    ]),
    rows: findings.deals.map((deal) => [
      dateCell(deal, 'deals', words),
      companyCell(deal, 'deals'),
      cell(trackName(deal.track, words)),
      cell(deal.roundText ?? say('undisclosed'), { words: `deals.${deal.dealId}.roundText` }),
      amountCell(deal, words),
      yuanCell(deal, 'deals', words),
      cell(investorsInWords(deal, words)),
      voicesCell(deal, 'deals', words),
    ]),
    empty: say('nothing-in-period'),
  })
}

/** What was seen and is not inflow, each with its reason. */
export function toExclusionTable(words: Words): TableView {
  const { say, findings } = words
  return table({
    caption: say('exclusions.caption'),
    columns: columns(words, ['date', 'company', 'track', 'reason', 'amount', 'yuan', 'sources']),
    rows: findings.exclusions.map((deal) => [
      dateCell(deal, 'exclusions', words),
      companyCell(deal, 'exclusions'),
      cell(trackName(deal.track, words)),
      cell(say.code('reason', deal.exclusion ?? 'other'), { sub: say.code('status', deal.status) }),
      cell(deal.amountText ?? say('undisclosed'), {
        words: `exclusions.${deal.dealId}.amountText`,
        sub: givenSentence(`exclusions.${deal.dealId}.roundText`, deal.roundText ?? ''),
      }),
      yuanCell(deal, 'exclusions', words),
      sourceCell(deal, 'exclusions'),
    ]),
    empty: say('nothing-in-period'),
  })
}

export function toExclusionTotals(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('exclusions.totals'),
    columns: columns(words, ['reason', 'status', 'count', 'sum']),
    rows: findings.exclusionTotals.map(({ reason, kind, status, n, undisclosed, yuan }) => [
      head(say.code('reason', reason), { sub: kindInWords({ reason, kind }, words) }),
      cell(say.code('status', status)),
      num(
        '',
        countInWords(`exclusionTotals.${reason}.${kind}.${status}`, { n, undisclosed }, words),
      ),
      num(
        `exclusionTotals.${reason}.${kind}.${status}.yuan`,
        n === undisclosed ? '–' : format.yuan(yuan),
      ),
    ]),
    empty: say('nothing-in-period'),
  })
}

/** Where the reason does not say it, what kind of money was told again or is told no longer. */
function kindInWords(
  { reason, kind }: Pick<ExclusionTotal, 'reason' | 'kind'>,
  { say }: Words,
): string {
  return ['duplicate', 'withdrawn', 'rejected'].includes(reason) ? say.code('reason', kind) : ''
}

export function toClaimTable(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('claims.caption'),
    columns: columns(words, ['claim', 'outlet', 'period', 'recorded', 'verdict', 'why', 'sources']),
    rows: findings.claims.map((claim, index) => [
      head(claim.claim, {
        words: `claims.${index}.claim`,
        sub: givenSentence(`claims.${index}.scope`, claim.scope),
      }),
      cell(claim.outlet, {
        words: `claims.${index}.outlet`,
        sub: givenSentence(`claims.${index}.claimedOn`, format.day(claim.claimedOn)),
      }),
      cell(format.day(claim.from), {
        words: `claims.${index}.from`,
        look: 'date',
        sub: givenSentence(`claims.${index}.to`, format.day(claim.to)),
      }),
      num(
        `claims.${index}.recorded`,
        claim.recorded === undefined ? '–' : format.yuan(claim.recorded),
      ),
      cell(say.code('claim', claim.verdict), {
        figure: `claims.${index}.verdict`,
        look: `verdict claim-${claim.verdict}`,
      }),
      cell(whyInWords(claim, words, `claims.${index}`)),
      cell('', { links: toLinks([claim.url]) }),
    ]),
    empty: say('nothing-in-period'),
  })
}

function whyInWords({ reason, details }: ClaimLine, words: Words, path: string): Sentence {
  const { say, format } = words
  const values = detailsInWords(details, words, path)
  if (details['low'] !== undefined)
    values['low'] = figure(`${path}.details.low`, format.yuan(String(details['low'])))
  if (details['widerLow'] === undefined) return say.runs(`claim.why.${reason}`, values)
  const wider = format.yuan({
    low: String(details['widerLow']),
    high: String(details['widerHigh']),
  })
  return say.runs(`claim.why.${reason}-wider`, {
    ...values,
    widerTrack: widerField(details, words),
    wider: figure(`${path}.details`, wider),
  })
}

export function toUnicornTable(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('unicorns.caption'),
    columns: columns(words, ['company', 'track', 'born', 'ended', 'valuation', 'sources']),
    rows: findings.unicorns.map((line, index) => [
      head(line.company, {
        words: `unicorns.${index}.company`,
        sub: givenSentence(`unicorns.${index}.companyEn`, line.companyEn ?? ''),
      }),
      cell(trackName(line.track, words)),
      cell(format.day(line.bornOn), {
        words: `unicorns.${index}.bornOn`,
        look: 'date',
        sub: say.code('precision', line.precision),
      }),
      cell(line.endedOn === undefined ? '–' : format.day(line.endedOn), {
        words: `unicorns.${index}.endedOn`,
        look: 'date',
        sub: givenSentence(`unicorns.${index}.endReason`, line.endReason ?? ''),
      }),
      cell(line.valuationText ?? say('undisclosed'), { words: `unicorns.${index}.valuationText` }),
      cell('', { links: toLinks(line.urls) }),
    ]),
    empty: say('nothing-in-period'),
  })
}

export function toPolicyTable(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('policies.caption'),
    columns: columns(words, ['date', 'event', 'what', 'track', 'sources']),
    rows: findings.policies.map((line, index) => [
      cell(format.day(line.on), {
        words: `policies.${index}.on`,
        look: 'date',
        sub: say.code('precision', line.precision),
      }),
      head(line.event, { words: `policies.${index}.event` }),
      cell(say.code('policy', line.kind)),
      cell(trackName(line.track, words)),
      cell('', { links: toLinks([line.url]) }),
    ]),
    empty: say('nothing-in-period'),
  })
}

export interface PropositionView {
  readonly number: number
  readonly title: string
  readonly verdict: string
  readonly look: string
  readonly figure: string
  readonly reason: Sentence
  readonly pro: readonly Sentence[]
  readonly contra: readonly Sentence[]
}

export function toPropositions(words: Words): readonly PropositionView[] {
  const { say, findings, format } = words
  return findings.propositions.map(({ number, verdict, reason, details, for: pro, against }) => {
    const path = `propositions.${number}`
    const values = detailsInWords(details, words, path)
    for (const side of ['secondary', 'primary']) {
      if (details[side] !== undefined) values[side] = say.code('verdict', String(details[side]))
    }
    if (details['bar'] !== undefined)
      values['bar'] = figure(`${path}.details.bar`, format.number(String(details['bar'])))
    return {
      number,
      title: say.code('p', String(number)),
      verdict: say.code('proposition', verdict),
      look: verdict,
      figure: `propositions.${number}.verdict`,
      reason: say.runs(reason, values),
      pro: pro.map((one, index) => evidenceInWords(one, words, `${path}.for.${index}`)),
      contra: against.map((one, index) => evidenceInWords(one, words, `${path}.against.${index}`)),
    }
  })
}

type Column =
  | 'date'
  | 'company'
  | 'track'
  | 'round'
  | 'amount'
  | 'yuan'
  | 'investors'
  | 'sources'
  | 'reason'
  | 'status'
  | 'count'
  | 'sum'
  | 'claim'
  | 'outlet'
  | 'period'
  | 'recorded'
  | 'verdict'
  | 'why'
  | 'born'
  | 'ended'
  | 'valuation'
  | 'event'
  | 'what'

const NUMBERS: ReadonlySet<Column> = new Set(['yuan', 'count', 'sum', 'recorded'])

function columns(
  { say }: Words,
  names: readonly Column[],
): readonly { readonly text: string; readonly look: string }[] {
  return names.map((name) => ({ text: say(`col.${name}`), look: NUMBERS.has(name) ? 'num' : '' }))
}

function dateCell(
  { dealId, announcedOn, precision, straddles }: DealLine,
  list: DealList,
  words: Words,
): CellView {
  const { say, format } = words
  const notes = [say.code('precision', precision), ...(straddles ? [say('straddles')] : [])].filter(
    (note) => note !== '',
  )
  return cell(format.day(announcedOn), {
    words: `${list}.${dealId}.announcedOn`,
    look: 'date',
    sub: chained(notes, words),
  })
}

function companyCell({ dealId, company, companyEn = '' }: DealLine, list: DealList): CellView {
  const path = `${list}.${dealId}`
  return head(company, {
    words: `${path}.company`,
    sub: givenSentence(`${path}.companyEn`, companyEn === company ? '' : companyEn),
  })
}

function yuanCell(
  { dealId, yuan, original, fxOn }: DealLine,
  list: DealList,
  { say, format }: Words,
): CellView {
  const path = `${list}.${dealId}`
  if (yuan !== undefined) {
    return num(`${path}.yuan`, format.yuan(yuan), {
      sub:
        fxOn === undefined
          ? ''
          : say.runs('fx.on', { day: given(`${path}.fxOn`, format.day(fxOn)) }),
    })
  }
  return num('', '–', { sub: original === undefined ? say('undisclosed') : say('no-rate') })
}

function investorsInWords({ dealId, investors }: DealLine, words: Words): Sentence {
  const { say } = words
  return listedValues(
    investors.map(({ name, lead, kind }, index) => {
      const known = kind === 'unknown' ? '' : say('investor.kind', { kind: say.code('kind', kind) })
      return runs(lead ? '*' : '', given(`deals.${dealId}.investors.${index}.name`, name), known)
    }),
    words,
  )
}

function kindsKnown({ say, format, findings }: Words): Sentence {
  const { deals, known } = findings.investorShift.recorded
  const path = 'investorShift.recorded'
  return say.runs('deals.kinds', {
    deals: figure(`${path}.deals`, format.number(deals), deals),
    known: figure(`${path}.known`, format.number(known), known),
  })
}

/** An amount as printed; a total of several rounds says so. */
function amountCell({ dealId, amountText, covers }: DealLine, { say }: Words): CellView {
  return cell(amountText ?? say('undisclosed'), {
    words: `deals.${dealId}.amountText`,
    sub: covers === undefined || amountText === undefined ? '' : say.code('covers', covers),
  })
}

/** Where it is told, and by how many in words of their own: copies count once. */
function voicesCell(deal: DealLine, list: DealList, { say }: Words): CellView {
  const { dealId, sources } = deal
  const { links, sub } = sourceCell(deal, list)
  if (sources.tellings === 0) return cell('', { links, sub })
  const { independent } = sources
  const path = `${list}.${dealId}.sources.independent`
  const voices = say.runs('deals.voices', {
    independent: figure(path, String(independent), independent),
  })
  return cell(voices, { links, sub })
}

/** Links to where it stands, and what the source left open. */
function sourceCell({ dealId, urls, note = '' }: DealLine, list: DealList): CellView {
  return cell('', { links: toLinks(urls), sub: givenSentence(`${list}.${dealId}.note`, note) })
}

type DealList = 'deals' | 'exclusions'
