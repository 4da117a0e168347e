import type { z } from 'zod'
import { fail, type Result } from '../model/result.ts'
import { decodePage } from './decode-page.ts'
import { readJson } from './read-json.ts'
import type { StoredPage } from './source.ts'

/** The JSON object a page's script puts into a variable. The script is never run: its text is cut out and parsed. */
export function readEmbeddedJson<S extends z.ZodType>(
  page: StoredPage,
  variable: string,
  schema: S,
): Result<z.infer<S>> {
  const json = cutObject(decodePage(page), variable)
  if (json === undefined) return fail(`no whole object of ${variable} stands on the page`)
  return readJson({ ...page, headers: {}, bytes: new TextEncoder().encode(json) }, schema)
}

/** The object after `variable =`, up to the brace that closes it: one pass, whatever the page holds. */
function cutObject(text: string, variable: string): string | undefined {
  const named = text.indexOf(variable)
  if (named < 0) return undefined
  const after = named + variable.length
  const assignment = /^\s{0,9}=\s{0,9}(?=\{)/.exec(text.slice(after, after + 20))?.[0]
  if (assignment === undefined) return undefined
  const start = after + assignment.length
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') at = endOfText(text, at)
    else depth += DEPTHS[character] ?? 0
    if (depth === 0) return text.slice(start, at + 1)
  }
  return undefined
}

const DEPTHS: Readonly<Record<string, number>> = { '{': 1, '}': -1 }

/** Where a text in quotes ends; braces within it mean nothing. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (character === '"') return at
  }
  return text.length
}
