import type { z } from 'zod'
import { fail, ok, type Result } from '../model/result.ts'
import { decodePage } from './decode-page.ts'
import type { StoredPage } from './source.ts'

/** The value of a JSON page, checked against its schema. Numbers that must stay exact are asked for as text. */
export function readJson<S extends z.ZodType>(page: StoredPage, schema: S): Result<z.infer<S>> {
  return parse(decodePage(page), schema)
}

/** The value of a JSONP page: one call of a plainly named function. */
export function readJsonp<S extends z.ZodType>(page: StoredPage, schema: S): Result<z.infer<S>> {
  const { json } =
    /^\s*[\w$.]{1,100}\((?<json>[\s\S]*)\)\s*;?\s*$/.exec(decodePage(page))?.groups ?? {}
  return json === undefined ? fail('the page is no JSONP') : parse(json, schema)
}

/** No answer we know nests lists like this; unwinding a parser from millions of them takes seconds. */
const BOTTOMLESS = /\[{100}/

function parse<S extends z.ZodType>(text: string, schema: S): Result<z.infer<S>> {
  if (BOTTOMLESS.test(text)) return fail('the page is no JSON: its lists nest without end')
  let value: unknown
  try {
    value = parseExactly(text, (_, item, { source }) =>
      typeof item === 'number' ? (source ?? String(item)) : item,
    )
  } catch {
    return fail('the page is no JSON')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  return fail(
    ...parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
  )
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** JSON.parse with the source text of each number at hand, so that no digit is lost on the way through a float. */
const parseExactly = JSON.parse as (text: string, reviver: Reviver) => unknown
