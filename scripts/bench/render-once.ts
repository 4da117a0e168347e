import { join } from 'node:path'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { cpuSecondsSoFar } from './clocks.ts'
import { makeLargestFindings } from './largest-edition.ts'

/** Started by the bench of the report: renders the largest edition once and says what the whole process took. */
const lang = process.argv[2] === 'en' ? 'en' : 'zh'
const html = await renderEdition(makeLargestFindings(), {
  lang,
  templates: join(ROOT, 'templates'),
})
console.log(
  JSON.stringify({
    seconds: cpuSecondsSoFar(),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    megabytes: Buffer.byteLength(html) / 1e6,
  }),
)
