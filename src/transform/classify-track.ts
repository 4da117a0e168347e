import type { TrackConfig } from '../model/tracks-config.ts'

/** The track a text is about, the rule that says so and how sure it is; `unknown` where no rule speaks. */
export interface Classified {
  readonly track: string
  readonly rule: string
  readonly confidence: 'high' | 'medium' | 'low'
}

const UNKNOWN: Classified = { track: 'unknown', rule: 'track/none', confidence: 'low' }
/** A word in the headline says more of what a company does than one somewhere in the text. */
const POINTS = { title: 3, body: 1 }
/** How far into a text its subject is described; what follows is often about the field at large. */
const LOOK = 600

/**
 * Files a text under a track by the words of the configuration: the company dictionary first, then key words, those of the
 * headline above those of the text. A tie leaves the more special track, the one with a parent, or none.
 */
export function classifyTrack(
  {
    company,
    title,
    body = '',
  }: {
    readonly company: string | null
    readonly title: string
    readonly body?: string | undefined
  },
  tracks: readonly TrackConfig[],
): Classified {
  const known =
    company === null ? undefined : tracks.find(({ companies }) => companies.includes(company))
  if (known !== undefined) return { track: known.id, rule: 'track/company', confidence: 'high' }
  const start = body.slice(0, LOOK)
  const counted = tracks
    .map((track) => ({ track, points: pointsOf(track, title, start) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points || isSpecial(b.track) - isSpecial(a.track))
  const [first, second] = counted
  if (first === undefined) return UNKNOWN
  const isTied =
    second?.points === first.points && isSpecial(second.track) === isSpecial(first.track)
  if (isTied) return { ...UNKNOWN, rule: 'track/tie' }
  const confidence = first.points >= POINTS.title ? 'medium' : 'low'
  return { track: first.track.id, rule: 'track/words', confidence }
}

function pointsOf({ keywords }: TrackConfig, title: string, body: string): number {
  return keywords.reduce((sum, word) => {
    const inTitle = says(title, word) ? POINTS.title : 0
    return sum + inTitle + (says(body, word) ? POINTS.body : 0)
  }, 0)
}

/** Chinese words stand anywhere; Latin ones as words of their own. */
function says(text: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return text.includes(word)
  const lower = ` ${text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ')} `
  const plain = word.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ')
  return lower.includes(` ${plain} `) || lower.includes(` ${plain}s `)
}

function isSpecial({ parent }: TrackConfig): number {
  return Number(parent !== undefined)
}
