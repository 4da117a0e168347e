const { writeSync } = require('node:fs')

// Loaded by `clocks.ts` into a process that is measured: writes what it used, all its threads together, to file
// descriptor 3. Plain CommonJS, for what it takes to load counts as the process's own.
const MICROSECONDS = 1e6
const KILOBYTES = 1024

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const peakMegabytes = process.resourceUsage().maxRSS / KILOBYTES
  writeSync(3, JSON.stringify({ cpuSeconds: (user + system) / MICROSECONDS, peakMegabytes }))
})
