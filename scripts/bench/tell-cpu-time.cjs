const { writeSync } = require('node:fs')

// Loaded by `clocks.ts` into a process that is measured: writes the processor time of all its threads to file
// descriptor 3. Plain CommonJS, for what it takes to load counts as the process's own.
const MICROSECONDS = 1e6

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(3, String((user + system) / MICROSECONDS))
})
