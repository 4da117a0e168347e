import { enableCompileCache } from 'node:module'

enableCompileCache()
const { runCli } = await import('./commands/program.ts')
process.exitCode = await runCli(process.argv.slice(2), { out: process.stdout, err: process.stderr })
