import type { Telling, Voiced } from '../../model/telling.ts'
import { originOf, outletOf } from './outlets.ts'
import { likenessOf, type Sketch, sketchOf } from './text-likeness.ts'

interface Heard {
  readonly event: string
  readonly outlet: string
  readonly headline: string
  readonly sketch: Sketch
  readonly hasBody: boolean
}

type Link = Pick<Voiced, 'reason' | 'likeness' | 'of'> & { readonly to: string }

/** Headlines shorter than this are the same by chance. */
const TELLING_HEADLINE = 12

/**
 * Who tells of one deal in words of its own. Tellings are taken in the order of their days; one that stands on an outlet
 * heard before, names the outlet it is from, or repeats the text of another is of that one's voice.
 */
export function voicesOf(tellings: readonly Telling[]): readonly Voiced[] {
  const inOrder = tellings.toSorted(
    (a, b) => a.from.localeCompare(b.from) || (a.key < b.key ? -1 : Number(a.key > b.key)),
  )
  const heard: Heard[] = []
  const links = new Map<string, Link>()
  const told: Voiced[] = []
  for (const telling of inOrder) {
    const outlets = outletsOf(telling)
    const counted = telling.isVouched ? outlets : outlets.slice(0, 1)
    for (const outlet of counted) told.push(hear({ telling, outlet }, heard, links))
    const [first = ''] = counted
    for (const outlet of outlets.slice(counted.length))
      told.push({
        event: telling.event,
        outlet,
        voice: first,
        reason: 'not-vouched',
        of: telling.event,
      })
  }
  return told.map((one) => ({ ...one, voice: voiceOf(one.voice, links) }))
}

function outletsOf({ urls, source }: Telling): readonly string[] {
  const outlets = [...new Set(urls.flatMap((url) => outletOf(url) ?? []))]
  return outlets.length === 0 ? [source] : outlets
}

/** Takes one telling in: whose words it uses, of what was heard before. */
function hear(
  { telling, outlet }: { readonly telling: Telling; readonly outlet: string },
  heard: Heard[],
  links: Map<string, Link>,
): Voiced {
  const { event, title, body } = telling
  const before = heard.find((one) => one.outlet === outlet)
  const text = { event, outlet, ...textOf(title, body) }
  const found =
    before === undefined ? linkOf({ ...text, whole: `${title}\n${body}` }, heard) : undefined
  heard.push(text)
  if (before !== undefined)
    return { event, outlet, voice: outlet, reason: 'same-outlet', of: before.event }
  if (found === undefined || voiceOf(found.to, links) === outlet)
    return { event, outlet, voice: outlet }
  links.set(outlet, found)
  const { to: _, ...why } = found
  return { event, outlet, voice: outlet, ...why }
}

function textOf(title: string, body: string): Pick<Heard, 'headline' | 'sketch' | 'hasBody'> {
  const hasBody = body.trim() !== ''
  return { headline: sketchOf(title).plain, sketch: sketchOf(hasBody ? body : title), hasBody }
}

function linkOf(
  { whole, ...text }: Heard & { readonly whole: string },
  heard: readonly Heard[],
): Link | undefined {
  const origin = originOf(whole)
  if (origin !== undefined && origin !== text.outlet) {
    const of = heard.find((one) => one.outlet === origin)?.event
    return { to: origin, reason: 'names-origin', ...(of === undefined ? {} : { of }) }
  }
  for (const other of heard) {
    const likeness = copyOf(text, other)
    if (likeness !== undefined) return { to: other.outlet, of: other.event, ...likeness }
  }
  return undefined
}

function copyOf(text: Heard, other: Heard): Pick<Voiced, 'reason' | 'likeness'> | undefined {
  const likeness = likenessOf(text.sketch, other.sketch)
  if (likeness !== undefined || (text.hasBody && other.hasBody)) return likeness
  const isSame = text.headline === other.headline && text.headline.length >= TELLING_HEADLINE
  return isSame ? { reason: 'same-headline' } : undefined
}

/** The outlet at the end of a chain of copies; links never lead in a circle, because none is made to its own voice. */
function voiceOf(outlet: string, links: ReadonlyMap<string, Link>): string {
  let voice = outlet
  for (let link = links.get(voice); link !== undefined; link = links.get(voice)) voice = link.to
  return voice
}
