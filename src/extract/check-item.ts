import type { z } from 'zod'
import { fail, ok, type Result } from '../model/result.ts'

/** One item of a page against its schema, so that a wrong one spoils itself and not its page. */
export function checkItem<S extends z.ZodType>(schema: S, item: unknown): Result<z.infer<S>> {
  const parsed = schema.safeParse(item)
  if (parsed.success) return ok(parsed.data)
  return fail(
    ...parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'item'}: ${message}`),
  )
}
