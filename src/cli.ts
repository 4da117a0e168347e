import { enableCompileCache } from 'node:module'

enableCompileCache()
// Whoever reads us may stop reading, as `head` does: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
const { runCli } = await import('./commands/program.ts')
const { openDiary } = await import('./runtime/diary.ts')
const words = process.argv.slice(2)
const out = { write: (text: string) => process.stdout.write(text), isTTY: process.stdout.isTTY }
process.exitCode = await runCli(words, {
  out,
  err: await openDiary(process.stderr, commandOf(words)),
})

/** The command, where it stands behind the lease of a scheduled job too. */
function commandOf([first = '', , behindLease = '']: readonly string[]): string {
  return first === '--lease' ? behindLease : first
}
