import type { StoredPage } from './source.ts'

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 407, 412, 423, 429, 451])

/** Marks of walls that answer 200: challenges, captchas, log-in and error pages. Matched on the first bytes only. */
const WALLS =
  /captcha|verify you are human|cf-chl|challenge-platform|just a moment|access denied|forbidden|request rejected|_waf|wafchallenge|acw_sc|安全验证|访问验证|滑动验证|人机|请登录|登录后|访问过于频繁|访问被拒绝|系统检测到|<title>[^<]*(?:login|sign in|登录|验证|403|404|405|50\d|错误)/i
const LOOK = 8 * 1024

/** Why a page is a refusal; undefined when it looks like an answer. A wall is never read as data. */
function detectBlock({ status, bytes }: StoredPage): string | undefined {
  if (REFUSALS.has(status)) return `status ${status}`
  const start = new TextDecoder().decode(bytes.subarray(0, LOOK))
  const wall = WALLS.exec(start)?.[0]
  return wall === undefined ? undefined : `the page says "${wall.slice(0, 40)}"`
}

/** A page where data was wanted: blocked when it is a wall, otherwise broken. */
export function notData(
  page: StoredPage,
  why: string,
): { readonly end: 'broken' | 'blocked'; readonly why: string } {
  const wall = detectBlock(page)
  return wall === undefined ? { end: 'broken', why } : { end: 'blocked', why: wall }
}
