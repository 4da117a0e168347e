import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageRequest, Source, Span, StoredPage } from '../../src/extract/source.ts'
import { ROOT } from '../../src/runtime/config.ts'

export const FIXTURES = join(ROOT, 'test', 'fixtures')

/** What was asked and what came. */
export interface Asked {
  readonly request: PageRequest
  readonly page: StoredPage
}

/** `request.json` of a fixture. */
interface Given {
  readonly partition: string
  /** The end of the partition where that is what the page covers. */
  readonly covers?: string
  readonly form?: Readonly<Record<string, string>>
  readonly url: string
  readonly status: number
  readonly contentType: string
  /** When the host answered, where that matters. */
  readonly date?: string
  /** File of the bytes. */
  readonly page: string
}

/** A fixture of a source as its reader is given it. */
export function readFixture(folder: string): Asked {
  const given = JSON.parse(readFileSync(join(folder, 'request.json'), 'utf8')) as Given
  const { partition, url, status, contentType, date, page, form } = given
  const covers = given.covers ?? partition.slice(partition.lastIndexOf('/') + 1)
  return {
    request: { partition, covers, url, headers: {}, ...(form === undefined ? {} : { form }) },
    page: {
      url,
      status,
      headers: { 'content-type': contentType, ...(date === undefined ? {} : { date }) },
      bytes: new Uint8Array(readFileSync(join(folder, page))),
    },
  }
}

/** The first request a source plans for a span, answered with a text. */
export function answeredWith(source: Source, span: Span, text: string): Asked {
  const [request] = source.plan(span, source.codes)
  if (request === undefined) throw new Error('no request was planned')
  const bytes = new TextEncoder().encode(text)
  return { request, page: { url: request.url, status: 200, headers: {}, bytes } }
}
