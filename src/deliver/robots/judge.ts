import { z } from 'zod'
import type { Outcome } from '../outcome.ts'
import type { RobotAnswer } from './robot.ts'

/** These say that the message was not taken and may be later. */
const NOT_NOW: ReadonlySet<number> = new Set([408, 425, 429, 503])

/**
 * What a status alone says. Behind the other 5xx anything may have happened to the message: nobody can tell. A redirect is
 * a refusal: what was written for one place is not posted to another.
 */
export function judgeStatus(status: number): Outcome['stage'] {
  if (NOT_NOW.has(status)) return 'refused_temp'
  if (status >= 500) return 'unknown'
  return status >= 300 ? 'refused_perm' : 'accepted'
}

const codeSchema = z.looseObject({
  errcode: z.number().optional(),
  code: z.number().optional(),
  StatusCode: z.number().optional(),
})

/** The code in an answer, 0 for a message that was taken; undefined: it is no answer of such a service. */
function codeOf(text: string): number | undefined {
  const parsed = codeSchema.safeParse(toJson(text))
  if (!parsed.success) return undefined
  const { errcode, code, StatusCode } = parsed.data
  return errcode ?? code ?? StatusCode
}

/**
 * Judges services that answer 200 whatever happened and tell the rest by a code. Without such a code, what answered was
 * something in between, and what became of the message is not known.
 */
export function judgeByCode(
  notNow: ReadonlySet<number>,
): (answer: RobotAnswer) => Outcome['stage'] {
  return ({ status, text }) => {
    const code = codeOf(text)
    const byStatus = judgeStatus(status)
    if (code === undefined) return byStatus === 'accepted' ? 'unknown' : byStatus
    if (code === 0) return byStatus
    return notNow.has(code) ? 'refused_temp' : 'refused_perm'
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
