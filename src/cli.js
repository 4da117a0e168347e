// JavaScript, for to strip the types of this one file Node would load what takes longer than all else of a start. Behind
// it stands the cache, which keeps every other file stripped and compiled.
import { enableCompileCache } from 'node:module'

enableCompileCache()
// Whoever reads us may stop reading, as `head` does: that is no failure.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit(0)
})
const words = process.argv.slice(2)
const { runCli } =
  words.join(' ') === 'parse'
    ? await import('./commands/parse-alone.ts')
    : await import('./commands/program.ts')
const { openAnswers, openDiary } = await import('./runtime/diary.ts')
// Behind the lease of a scheduled job stands its command.
const [command = ''] = words[0] === '--lease' ? words.slice(2) : words
process.exitCode = await runCli(words, {
  out: openAnswers(process.stdout),
  err: await openDiary(process.stderr, command),
})
