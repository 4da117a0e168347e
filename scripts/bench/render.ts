import type { Bench, Measurement } from './bench.ts'

export interface Measured {
  readonly bench: Bench
  readonly measurements: readonly Measurement[]
  /** Of the machine it was measured on. */
  readonly machine: string
}

/** The part of docs/bench.md about one bench; also what the terminal shows. */
export function renderSection({ bench, measurements, machine }: Measured): string {
  return [
    `## ${bench.id}: ${bench.title}`,
    '',
    bench.about,
    '',
    '| what | rate | median s | fastest to slowest s | times the baseline |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...measurements.map((measurement, at) => {
      const baseline = measurements.slice(0, at + 1).findLast(({ isBaseline }) => isBaseline)
      return renderRow(measurement, baseline)
    }),
    '',
    `Measured on ${machine}.`,
    '',
  ].join('\n')
}

function renderRow(measurement: Measurement, baseline: Measurement | undefined): string {
  const { what, seconds, unit } = measurement
  const ratio =
    baseline === undefined ? '' : (rateOf(measurement) / rateOf(baseline)).toPrecision(3)
  const range = `${Math.min(...seconds).toFixed(3)} to ${Math.max(...seconds).toFixed(3)}`
  const rate = `${rateOf(measurement).toPrecision(3)} ${unit}/s`
  return `| ${what} | ${rate} | ${medianOf(seconds).toFixed(3)} | ${range} | ${ratio} |`
}

function rateOf({ amount, seconds }: Measurement): number {
  return amount / medianOf(seconds)
}

function medianOf(seconds: readonly number[]): number {
  const sorted = [...seconds].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

const HEAD = `# Benches

\`npm run bench\` runs all of them and writes this page; \`npm run bench -- ID\` runs one and renews its part. Only the
ratios travel from machine to machine.
`

/** The page with the sections just measured; those of other benches stay as they were. */
export function renderPage(
  before: string,
  ids: readonly string[],
  fresh: ReadonlyMap<string, string>,
): string {
  const kept = new Map(
    before
      .split(/^(?=## )/m)
      .slice(1)
      .map((section) => [/^## (?<id>[\w-]+)/.exec(section)?.groups?.['id'] ?? '', section.trim()]),
  )
  const sections = ids.flatMap((id) => fresh.get(id)?.trim() ?? kept.get(id) ?? [])
  return `${[HEAD.trim(), ...sections].join('\n\n')}\n`
}
