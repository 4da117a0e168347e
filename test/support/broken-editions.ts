import type { EditionInputs } from '../../src/gate/check-inputs.ts'
import type { GateCheck } from '../../src/gate/reason.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { Findings } from '../../src/model/findings.ts'
import { tracksOn } from '../../src/model/tracks-config.ts'
import type { ConfigFiles } from '../../src/runtime/config-files.ts'

/** An edition as it is about to be published, to be broken in one place. */
export interface Breakable {
  readonly html: string
  readonly text: string
  /** Tables by their name. */
  readonly csv: Readonly<Record<string, string>>
  readonly findings: Findings
  readonly inputs: EditionInputs
}

/** One way an edition goes wrong, and the reason it must be held for. */
export interface Broken {
  readonly name: string
  readonly lang: 'zh' | 'en'
  readonly spoil: (good: Breakable) => Partial<Breakable>
  readonly check: GateCheck
  /** In the place or the words of the reason. */
  readonly about: string | RegExp
}

/** What the edition of the sample rests on: its files, and no source that is asked. */
export function makeInputs({ gate, tracks }: Pick<ConfigFiles, 'gate' | 'tracks'>): EditionInputs {
  const ids = tracksOn(tracks, day('2023-06-30')).map(({ id }) => id)
  return { limits: gate.inputs, today: day('2026-11-24'), tracks: ids, sources: [], unbalanced: [] }
}

const AI = 'tracks.ai-foundation-models'

/** Replaces what must be there: a fixture that changes nothing proves nothing. */
function put(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${from} is not in the text`)
  return changed
}

/** The first printing of a figure with another text. */
function printed(path: string, text: string): Broken['spoil'] {
  const figure = new RegExp(`(data-figure="${path.replaceAll('.', '\\.')}">)[^<]*`)
  return ({ html }) => ({ html: put(html, figure, `$1${text}`) })
}

function onPage(from: string | RegExp, to: string): Broken['spoil'] {
  return ({ html }) => ({ html: put(html, from, to) })
}

function inText(from: string | RegExp, to: string): Broken['spoil'] {
  return ({ text }) => ({ text: put(text, from, to) })
}

function inTable(name: string, from: string | RegExp, to: string): Broken['spoil'] {
  return ({ csv }) => ({ csv: { ...csv, [name]: put(csv[name] ?? '', from, to) } })
}

function found(change: (findings: Findings) => Partial<Findings>): Broken['spoil'] {
  return ({ findings }) => ({ findings: { ...findings, ...change(findings) } })
}

function withInputs(change: Partial<EditionInputs>): Broken['spoil'] {
  return ({ inputs }) => ({ inputs: { ...inputs, ...change } })
}

const zh = (
  name: string,
  spoil: Broken['spoil'],
  [check, about]: readonly [GateCheck, string | RegExp],
): Broken => ({ name, lang: 'zh', spoil, check, about })
const en: typeof zh = (name, spoil, reason) => ({ ...zh(name, spoil, reason), lang: 'en' })

const SVG_LINE = /(<div class="picture"[^>]*><div class="drawing ">)<svg[\s\S]*?<\/svg>/
const EMPTY_SVG =
  '$1<svg class="chart" viewBox="0 0 320 235"><rect width="320" height="235" fill="none"></rect><path d="M38 199.5L281 199.5"></path></svg>'
const day = (text: string): CalendarDate => text as CalendarDate

/** Ways in which editions go wrong, one at a time. */
export const BROKEN_EDITIONS: readonly Broken[] = [
  // Figures of the page.
  zh('a digit is another', printed(`${AI}.market.deciding.change`, '+33.9 %'), ['figure', AI]),
  zh('a sign is lost', printed('tracks.new-energy.market.deciding.change', '8.3 %'), [
    'figure',
    'new-energy',
  ]),
  zh('two digits change places', printed('capture.publishedCount.value.low', '3,368'), [
    'figure',
    'publishedCount',
  ]),
  zh('the bounds change places', printed(`${AI}.inflow.disclosed`, '59–41 亿元'), [
    'figure',
    'inflow.disclosed',
  ]),
  zh('the upper bound is lost', printed(`${AI}.inflow.disclosed`, '41 亿元'), [
    'figure',
    'inflow.disclosed',
  ]),
  zh('万 stands for 亿', printed(`${AI}.inflow.bounded`, '41–188 万元'), [
    'figure',
    'inflow.bounded',
  ]),
  en('millions stand for billions', printed(`${AI}.inflow.disclosed`, '¥4.1–5.9 m'), [
    'figure',
    'inflow.disclosed',
  ]),
  en('a decimal point moves', printed(`${AI}.flipLine`, '¥36.5 bn'), ['figure', 'flipLine']),
  en('dollars are printed as yuan', printed(`${AI}.ceiling.value.high`, '¥1.52 bn'), [
    'figure',
    'ceiling',
  ]),
  zh(
    'points are printed as per cent of a whole',
    printed(`${AI}.market.deciding.excess`, '+0.316 点'),
    ['figure', 'excess'],
  ),
  zh('more digits than the rows have', printed(`${AI}.market.turnover.share`, '6.15 %'), [
    'figure',
    'turnover.share',
  ]),
  zh('NaN is printed', printed(`${AI}.gap.passThrough`, 'NaN 元'), ['figure', 'passThrough']),
  zh('undefined is printed', printed('capture.countShare', 'undefined'), ['figure', 'countShare']),
  zh('a dash hides a figure', printed(`${AI}.market.paperGain.excessGain`, '–'), [
    'figure',
    'excessGain',
  ]),
  zh('zero stands for unknown', printed('tracks.games.inflow.disclosed', '0.5 亿元'), [
    'figure',
    'games.inflow.disclosed',
  ]),
  zh('a count is nothing', printed(`${AI}.inflow.n`, '0'), ['figure', 'inflow.n']),
  zh('a count is off by one', printed(`${AI}.inflow.n`, '9'), ['figure', 'inflow.n']),
  zh('the figure of another track', printed(`${AI}.inflow.undisclosed`, '17'), [
    'figure',
    'inflow.undisclosed',
  ]),
  zh(
    'the path of another track',
    onPage(
      `data-figure="${AI}.market.deciding.change"`,
      'data-figure="tracks.games.market.deciding.change"',
    ),
    ['figure', 'games.market.deciding.change'],
  ),
  zh(
    'a path that is none',
    onPage(`data-figure="${AI}.flipLine"`, 'data-figure="tracks.ai.flipLine"'),
    ['figure', 'tracks.ai.flipLine'],
  ),
  zh('a share of definitions', printed(`${AI}.multiverse.both.share`, '99.0 %'), [
    'figure',
    'multiverse.both.share',
  ]),
  zh('definitions are miscounted', printed(`${AI}.multiverse.gap.definitions`, '2,915'), [
    'figure',
    'multiverse.gap',
  ]),
  zh('a rule is misprinted', printed('rules.secondary.yes_excess.value', '0.3'), [
    'figure',
    'yes_excess',
  ]),
  zh('a cap is misprinted', printed('caps.2023.a.yuan', '45.0 亿元'), [
    'figure',
    'caps.2023.a.yuan',
  ]),
  zh('a point of a curve', printed(`${AI}.market.curve.0.value`, '101.0'), ['figure', 'curve.0']),
  zh('a condition of a verdict', printed(`${AI}.secondary.conditions.0.details.bar`, '+10.0 点'), [
    'figure',
    'details.bar',
  ]),
  zh('a quarter of the lag test', onPage(/(panel\.from">)2022-Q2/, '$12021-Q2'), [
    'date',
    '2021-Q2',
  ]),
  // Verdicts.
  zh('a verdict is turned', printed(`${AI}.secondary.verdict`, '否'), [
    'word',
    'secondary.verdict',
  ]),
  en('a proposition is turned', printed('propositions.5.verdict', 'contradicted'), [
    'word',
    'propositions.5.verdict',
  ]),
  zh('a claim is acquitted', printed('claims.0.verdict', '相符'), ['word', 'claims.0.verdict']),
  // Words, days, links.
  zh('a number of nowhere', onPage('<p class="note">', '<p class="note">另有 47 起。'), [
    'number',
    '47',
  ]),
  zh('the period of another edition', onPage(/(<span class="period"><bdi[^>]*>)2023/, '$12021'), [
    'date',
    '2021-H1',
  ]),
  en(
    'the day of another deal',
    onPage(/(<td class="date"><bdi data-words="[^"]*">)1 Jun 2023/, '$12 Jun 2022'),
    ['date', '2022-06-02'],
  ),
  zh(
    'the day of knowledge',
    onPage(/(截至 <bdi data-words="asOf">)2026年8月21日/, '$12026年8月20日'),
    ['date', '2026-08-20'],
  ),
  zh('the code of an index', onPage(/(<bdi data-words="[^"]*code">)930713/, '$1930731'), [
    'word',
    '930731',
  ]),
  zh('an amount as published', onPage('超2.5亿美元', '超3.5亿美元'), ['word', '3.5']),
  zh('a count in a caption', onPage(/(<span data-figure="deals">)63/, '$164'), ['figure', '64']),
  zh('a label says another count', onPage(/(aria-label="[^"]*)63/, '$164'), ['number', '64']),
  zh(
    'a link leads elsewhere',
    onPage(/href="https:\/\/www\.csindex\.com\.cn[^"]*"/, 'href="https://example.com/2023"'),
    ['link', 'example.com'],
  ),
  zh('a column is sorted by something else', onPage(/data-sort="0\.337\d+"/, 'data-sort="0.437"'), [
    'figure',
    '0.437',
  ]),
  // What is left out.
  zh(
    'a track has no row',
    onPage(/<tr><th scope="row" class=""><bdi data-words>游戏<\/bdi>[\s\S]*?<\/tr>/g, ''),
    ['missing', 'tracks.games'],
  ),
  zh('a deal has no line', onPage(/<tr>(?:(?!<\/tr>)[\s\S])*MiniMax[\s\S]*?<\/tr>/g, ''), [
    'missing',
    'MiniMax',
  ]),
  zh(
    'a proposition is gone',
    onPage(
      /<li class="proposition-[a-z-]+">(?:(?!<\/li>)[\s\S])*propositions\.9\.verdict[\s\S]*?<\/li>/,
      '',
    ),
    ['missing', 'propositions.9'],
  ),
  zh('the page ends in the middle', ({ html }) => ({ html: html.slice(0, html.length / 2) }), [
    'missing',
    'claims',
  ]),
  // Charts.
  zh('a chart is blank', onPage(SVG_LINE, EMPTY_SVG), ['chart', 'nothing is drawn']),
  zh('a chart goes through NaN', onPage(/(<path d="M38 \d+L40\.1 )[\d.]+/, '$1NaN'), [
    'chart',
    'NaN',
  ]),
  // The text twin.
  zh('the text says another sum', inText('41–59 亿元', '41–95 亿元'), [
    'text',
    'ai-foundation-models',
  ]),
  en('the text has the page’s figures of another column', inText('¥4.1–5.9 bn', '¥4–19 bn'), [
    'text',
    'ai-foundation-models',
  ]),
  zh('the text says another share of the whole', inText('3,638', '3,683'), ['text', '3,683']),
  en('the text is of another day', inText('21 Aug 2026', '20 Aug 2026'), ['text', '20 Aug']),
  zh('the text leaves a track out', inText(/^半导体.*\n/m, ''), ['missing', 'semiconductors']),
  // Tables.
  zh('a cell is altered', inTable('deals', '250000000', '260000000'), ['table', 'deals.csv']),
  zh('a cell is no number', inTable('market', /0\.3379\d*/, 'NaN'), ['table', 'NaN']),
  zh('a line is lost', inTable('claims', /\r\n[^\r]*\r\n$/, '\r\n'), ['table', 'claims.csv']),
  zh('a column is lost', inTable('sources', 'source,what', 'what,source'), ['table', 'columns']),
  zh(
    'a table is cut off',
    ({ csv }) => ({ csv: { ...csv, rules: (csv['rules'] ?? '').slice(0, 300) } }),
    ['table', 'rules.csv'],
  ),
  // What the edition was made from.
  zh(
    'a figure changed since it was found',
    found(({ capture }) => ({ capture: { ...capture, recorded: 62 } })),
    ['findings', 'capture.recorded'],
  ),
  zh(
    'a deal went since it was found',
    found(({ deals }) => ({ deals: deals.slice(1) })),
    ['findings', 'deals'],
  ),
  // Inputs.
  zh(
    'the market data is old',
    withInputs({
      limits: { newest_row_days: { boards: 0, deals: 31 }, edge_days: 0, source_days: 4 },
    }),
    ['input', 'first session'],
  ),
  zh(
    'a kind of data is not there',
    withInputs({ limits: { newest_row_days: { stocks: 12 }, edge_days: 12, source_days: 4 } }),
    ['input', 'stocks'],
  ),
  zh(
    'a source has been silent',
    withInputs({ sources: [{ source: 'cfets', lastGood: day('2023-06-01') }] }),
    ['input', 'cfets'],
  ),
  zh(
    'a source never answered',
    withInputs({ sources: [{ source: 'cninfo', lastGood: undefined }] }),
    ['input', 'cninfo'],
  ),
  zh(
    'a configured track is not measured',
    withInputs({ tracks: ['ai-foundation-models', 'space'] }),
    ['missing', 'tracks.space'],
  ),
  zh('amounts are in no ledger', withInputs({ unbalanced: ['USD'] }), ['balance', 'USD']),
]
