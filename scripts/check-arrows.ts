import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

/** Checks that imports follow the arrows of the design. With no module seen the check itself is broken and fails. */
const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs')
const { output } = await cruise(['src'], options, undefined, {
  tsConfig: extractTSConfig('tsconfig.json'),
})
const { summary } = output as ICruiseResult
for (const { rule, from, to } of summary.violations)
  console.error(`${rule.severity} ${rule.name}: ${from} → ${to}`)
console.log(
  `${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${summary.error} errors`,
)
if (summary.totalCruised === 0) console.error('No module was seen: the arrows were not checked.')
process.exitCode = summary.error > 0 || summary.totalCruised === 0 ? 1 : 0
