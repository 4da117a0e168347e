import type { ShelvedEdition } from '../../model/shelf.ts'
import type { LinkView } from '../view/cells.ts'
import type { SiteWords } from './site-view.ts'

/** Where a reader reports that a figure is wrong; nothing where the operator named no place. */
export function errorLinks(
  { sha256 }: Pick<ShelvedEdition, 'sha256'>,
  figure: string,
  { say, settings }: SiteWords,
): readonly LinkView[] {
  const { errorsTo } = settings
  if (errorsTo === undefined) return []
  const subject = `Feast Gap ${sha256.slice(0, 12)} ${figure}`.trim()
  const href = errorsTo.includes('://')
    ? errorsTo
        .replaceAll('{edition}', encodeURIComponent(sha256))
        .replaceAll('{figure}', encodeURIComponent(figure))
    : `mailto:${errorsTo}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(
        say('site.error.body', { edition: sha256, figure: figure === '' ? '–' : figure }),
      )}`
  return [{ href, text: say('site.error') }]
}
