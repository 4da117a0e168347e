import { expect, it } from 'vitest'
import { recipientsSchema } from '../../src/model/recipients-config.ts'
import { schemaProblems } from '../../src/runtime/schema-problems.ts'
import { makeRecipient } from '../support/publishing.ts'

it('what a schema has against a value says the place, and every form that would do', () => {
  const recipient = { ...makeRecipient('wang@example.com'), cadence: 'each' }
  const { error } = recipientsSchema.safeParse({
    domains: ['Example.com'],
    recipients: [recipient],
  })
  expect(error === undefined ? [] : schemaProblems(error)).toEqual([
    '  domains.0: a domain in lower case',
    expect.stringMatching(/^ {2}recipients\.0\.cadence: .*"every", or .*array/),
  ])
})
