import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** What a schema has against a value, a line each: the place and what should stand there. */
export function schemaProblems({ issues }: z.ZodError): readonly string[] {
  return issues.map((issue) => `  ${issue.path.join('.') || '(whole file)'}: ${expectation(issue)}`)
}

/** Where one of several forms would do, what each of them misses. */
function expectation(issue: Issue): string {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return inPlainWords(issue)
  const forms = issue.errors.map((form) =>
    form.map((one) => [...one.path, expectation(one)].join(': ')).join('; '),
  )
  return forms.join(', or ')
}

/** What the library calls undefined or null is, to whoever writes the file, nothing. */
function inPlainWords({ message }: Issue): string {
  return message
    .replace(/^Invalid input: /, '')
    .replace(/received (?:undefined|null)$/, 'found nothing')
    .replace('received', 'found')
}
