import { HEADLINE_MEASURES, HEADLINE_VERDICTS } from '../../model/change-finding.ts'
import { type Findings, isLacking, type TrackFindings } from '../../model/findings.ts'
import { headlineFigure } from '../../model/headline-figures.ts'
import type { Issue, ShelvedEdition } from '../../model/shelf.ts'
import { exportTables } from '../export-tables.ts'
import { periodInWords } from '../period-words.ts'
import { cell, type LinkView } from '../view/cells.ts'
import { figureInWords } from '../view/figure-words.ts'
import { toFirstScreen } from '../view/first-screen.ts'
import { wordsOf } from '../view/words.ts'
import { addresses, hrefFrom } from './addresses.ts'
import { columnsOf, linked, siteCell, siteHead, siteNum, trackNameOf } from './cells.ts'
import { errorLinks } from './error-link.ts'
import { headlinePath, type Placed } from './headline-paths.ts'
import { readLinks } from './index-page.ts'
import {
  fact,
  type SectionView,
  type SiteCell,
  type SitePage,
  type SiteTable,
  type SiteWords,
  section,
  toPage,
} from './site-view.ts'

/** What stands behind an edition: its hash, its data, and every headline figure with its id. */
export function editionPage(
  edition: ShelvedEdition,
  findings: Findings,
  words: SiteWords,
): SitePage {
  const { say, format, shelf } = words
  const path = addresses.edition(say.lang, edition)
  const first = toFirstScreen(wordsOf(findings, say.lang))
  const issue = issueOf(edition, shelf.issues)
  return toPage(
    {
      path,
      twin: addresses.edition(say.lang === 'zh' ? 'en' : 'zh', edition),
      heading: periodInWords(edition.period.id, say),
      aside: first.track,
      lead: say('site.edition.lead', { asOf: format.day(edition.asOf) }),
      verdicts: first.verdicts,
      actions: [
        ...readLinks(
          { ...issue, editions: { ...issue.editions, [edition.lang]: edition } },
          path,
          words,
        ).slice(0, -1),
        ...(words.settings.hasPdf && edition.isKept
          ? [{ href: hrefFrom(path, addresses.pdf(edition)), text: say('site.pdf') }]
          : []),
        ...errorLinks(edition, '', words),
      ],
      sections: [
        factsSection(edition, path, words),
        section(say('site.figures'), { table: figuresTable(edition, findings, words) }),
        downloads(edition, { findings, path, words }),
      ],
    },
    words,
  )
}

function issueOf({ period, asOf }: ShelvedEdition, issues: readonly Issue[]): Issue {
  const issue = issues.find(
    (one) => one.asOf === asOf && one.period.from === period.from && one.period.to === period.to,
  )
  if (issue === undefined) throw new Error('every edition belongs to an issue')
  return issue
}

function factsSection(edition: ShelvedEdition, path: string, words: SiteWords): SectionView {
  const { say, shelf } = words
  const newer = shelf.editions.find(
    ({ period, lang, asOf }) =>
      period.from === edition.period.from &&
      period.to === edition.period.to &&
      lang === edition.lang &&
      asOf >= edition.asOf,
  )
  return section(say('site.record'), {
    facts: [
      fact(say('site.fact.hash'), edition.sha256, { look: 'wide' }),
      fact(say('site.fact.number'), edition.id),
      fact(say('site.fact.language'), say.code('site.language', edition.lang)),
      fact(say('site.fact.rendered'), edition.renderedAt.replace('T', ' ').replace('Z', ' UTC')),
      ...(newer === undefined || newer.id === edition.id
        ? []
        : [
            fact(
              say('site.fact.replaced'),
              say('site.fact.replaced-by', { id: newer.id, asOf: words.format.day(newer.asOf) }),
              { href: hrefFrom(path, addresses.edition(say.lang, newer)) },
            ),
          ]),
    ],
    texts: edition.isKept ? [say('site.verify')] : [say('site.not-kept')],
  })
}

/** Every headline figure with the id it is traced by, and where to say that it is wrong. */
function figuresTable(edition: ShelvedEdition, findings: Findings, words: SiteWords): SiteTable {
  const { say } = words
  return {
    caption: say('site.figures.caption', { edition: edition.sha256.slice(0, 12) }),
    columns: columnsOf(words, [
      ['col.track', ''],
      ['col.figure', ''],
      ['col.value', 'num'],
      ['site.col.id', ''],
    ]),
    rows: findings.tracks.flatMap((track) => figureRows(track, edition, words)),
    empty: say('nothing-in-period'),
  }
}

function figureRows(
  track: TrackFindings,
  edition: ShelvedEdition,
  words: SiteWords,
): readonly (readonly SiteCell[])[] {
  const { say } = words
  const { deciding } = track.market
  const row = (measure: Placed, text: string): readonly SiteCell[] => {
    const id = headlinePath(track.id, measure)
    return [
      // Letters lead here.
      { ...siteHead(trackNameOf(track.id, words)), id },
      siteCell(say.code('measure', measure)),
      siteNum(id, text),
      linked(cell(id, { look: 'id', links: errorLinks(edition, id, words) }), `#${id}`),
    ]
  }
  return [
    ...HEADLINE_VERDICTS.map((measure) =>
      row(measure, say.code('verdict', track[measure].verdict)),
    ),
    row(
      'change',
      isLacking(deciding) ? say('figure.unknown') : words.format.change(deciding.change),
    ),
    ...HEADLINE_MEASURES.map((measure) =>
      row(measure, figureInWords(measure, headlineFigure(track, measure), words)),
    ),
  ]
}

function downloads(
  edition: ShelvedEdition,
  { findings, path, words }: { findings: Findings; path: string; words: SiteWords },
): SectionView {
  const { say } = words
  const link = (to: string, text: string): LinkView => ({ href: hrefFrom(path, to), text })
  return section(say('site.data'), {
    texts: [say('site.data.lead')],
    links: [
      link(addresses.findings(edition), 'findings.json'),
      ...exportTables(findings).map(({ name }) =>
        link(addresses.table(edition, name), `${name}.csv`),
      ),
    ],
  })
}
