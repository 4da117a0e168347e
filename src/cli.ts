import { enableCompileCache } from 'node:module'

enableCompileCache()
// Whoever reads us may stop reading, as `head` does: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
const { runCli } = await import('./commands/program.ts')
process.exitCode = await runCli(process.argv.slice(2), { out: process.stdout, err: process.stderr })
