import type { Announcement } from '../model/announced-event.ts'
import { fail, ok, type Result } from '../model/result.ts'

const EXPECTED =
  'write one object a line: {"id":"1","publishedAt":"2023-06-30","source":"…","title":"…","body":"…"}, body and url optional'

type Given = Readonly<Partial<Record<keyof Announcement, unknown>>>

interface Demand {
  readonly must: string
  readonly isMet: (value: unknown) => boolean
}

const TEXT: Demand = { must: 'a text', isMet: (value) => typeof value === 'string' }
const TEXT_IF_ANY: Demand = {
  must: 'a text, null or left out',
  isMet: (value) => typeof (value ?? '') === 'string',
}

const DEMANDS: Readonly<Record<keyof Announcement, Demand>> = {
  id: { must: 'a text that is not empty', isMet: (value) => TEXT.isMet(value) && value !== '' },
  publishedAt: {
    must: 'a time of ISO 8601, as 2023-06-30T08:00:00+08:00',
    isMet: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value),
  },
  source: TEXT,
  title: TEXT,
  body: TEXT_IF_ANY,
  url: TEXT_IF_ANY,
}

const DEMANDED = Object.keys(DEMANDS) as readonly (keyof Announcement)[]

/**
 * Reads one line of announcements. Checked by hand, for the library that checks everything else takes longer to load
 * than a small file to read.
 */
export function readAnnouncementLine(text: string): Result<Announcement> {
  const given = toObject(text)
  if (given === undefined) return fail('no JSON object', EXPECTED)
  const unmet = DEMANDED.filter((name) => !DEMANDS[name].isMet(given[name]))
  if (unmet.length > 0)
    return fail(...unmet.map((name) => `${name}: ${DEMANDS[name].must}`), EXPECTED)
  const { id, publishedAt, source, title, body, url } = given as Announcement
  return ok({ id, publishedAt, source, title, body: body ?? undefined, url: url ?? undefined })
}

function toObject(text: string): Given | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined
  } catch {
    return undefined
  }
}
