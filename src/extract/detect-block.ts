import { decodePage } from './decode-page.ts'
import type { StoredPage } from './source.ts'

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 407, 412, 423, 429, 451])
const LOOK = 8 * 1024

/** What walls that answer 200 say of themselves, by kind. A page is only looked at once it was not what was wanted. */
const MARKS: readonly RegExp[] = [
  // Captchas and proofs of being human.
  /captcha|turnstile|verify you are human|human verification|not a bot|were a bot|press (?:&amp;|and) hold|security check/i,
  /安全验证|访问验证|滑动验证|拖动|人机|验证码|安全检查|身份验证/,
  // Challenges that a script must solve.
  /cf-chl|challenge-platform|wafchallenge|just a moment|checking your browser|enable javascript and cookies|acw_sc|_waf/i,
  // Walls and bans.
  /access denied|forbidden|request rejected|request unsuccessful|incapsula|not allowed|has been blocked|too many requests|unusual traffic/i,
  /防火墙|拦截|阻断|禁止访问|访问被拒绝|异常访问|异常流量|流量异常|过于频繁|系统检测到/,
  // Log-ins.
  /type=["']?password|action=["'][^"']*(?:login|signin)|passport\.|登录|登陆|<title>[^<]*(?:log ?in|sign in)/i,
  // Error pages and pages of somebody else.
  /<title>[^<]*(?:40\d|50\d|not found|error)|(?:bad gateway|gateway time-?out|service (?:temporarily )?unavailable)/i,
  /<title>[^<]*(?:错误|不存在|维护|域名出售)|could not be retrieved/i,
  // Nothing here but a way to somewhere else.
  /http-equiv=["']?refresh|location\.(?:href\s*=|replace|reload|assign)/i,
]

/** Why a page is a refusal; undefined when it looks like an answer. A wall is never read as data. */
function detectBlock({ status, headers, bytes }: StoredPage): string | undefined {
  if (REFUSALS.has(status)) return `status ${status}`
  const start = decodePage({ headers, bytes: bytes.subarray(0, LOOK) })
  for (const mark of MARKS) {
    const said = mark.exec(start)?.[0]
    if (said !== undefined) return `the page says "${said.slice(0, 40)}"`
  }
  return undefined
}

/** A page where data was wanted: blocked when it is a wall, otherwise broken. */
export function notData(
  page: StoredPage,
  why: string,
): { readonly end: 'broken' | 'blocked'; readonly why: string } {
  const wall = detectBlock(page)
  return wall === undefined ? { end: 'broken', why } : { end: 'blocked', why: wall }
}
