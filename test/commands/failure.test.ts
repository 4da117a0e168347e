import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reportFailure } from '../../src/commands/failure.ts'
import { writeWhole } from '../../src/commands/write-whole.ts'
import { makeFolder } from '../support/folders.ts'
import { makeTerminal } from '../support/terminal.ts'

it.each([
  ['below a file', 'file/report.html', /file cannot be used: a file stands where a folder should/],
  ['on a folder', 'folder', /folder cannot be used: a folder stands where the file should/],
])(
  'a report that cannot be written %s is told without a stack, and leaves nothing',
  async (_, to, message) => {
    using folder = makeFolder()
    folder.write('file', 'kept')
    folder.write('folder/kept', '')
    const refused = await writeWhole(join(folder.path, to), 'page').catch((error: unknown) => error)
    const terminal = makeTerminal()
    expect(reportFailure(refused, terminal)).toBe(2)
    expect(terminal.text.err).toMatch(message)
    expect(terminal.text.err.trim().split('\n')).toHaveLength(1)
    expect(readdirSync(folder.path).toSorted()).toEqual(['file', 'folder'])
  },
)

it('a failure nobody expected is a bug, and shows where', () => {
  const terminal = makeTerminal()
  expect(reportFailure(new TypeError('not a function'), terminal)).toBe(1)
  expect(terminal.text.err).toMatch(/^feastgap: unexpected: TypeError: not a function\n\s+at /)
})
