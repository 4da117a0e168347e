import type {
  Forecast,
  ForecastLine,
  ForecastOutcome,
  ForecastResult,
} from '../../model/forecast-finding.ts'
import type { Signature } from '../../model/signature.ts'

/**
 * What came of a forecast that is due. It speaks of each of its tracks: it came true when every one has the verdict it
 * predicts, and did not when one has the opposite; a track nobody can judge leaves it open.
 */
export function judgeForecast(
  forecast: Forecast,
  results: readonly ForecastResult[],
): Pick<ForecastLine, 'outcome' | 'lacking'> {
  const signatures = results.map(({ signature }) => signature)
  const outcome = outcomeOf(
    forecast.predicts,
    signatures.map(({ verdict }) => verdict),
  )
  const open = signatures.find(({ verdict }) => verdict === 'not-judged')
  return outcome === 'not-judged' && open !== undefined
    ? { outcome, lacking: lackingIn(open) }
    : { outcome }
}

function outcomeOf(
  predicted: Forecast['predicts'],
  verdicts: readonly Signature['verdict'][],
): ForecastOutcome {
  const opposite = predicted === 'no' ? 'yes' : 'no'
  if (verdicts.includes(opposite)) return 'did-not'
  if (verdicts.includes('not-judged')) return 'not-judged'
  return verdicts.every((verdict) => verdict === predicted) ? 'came-true' : 'between'
}

/**
 * Without a total of the whole market there is no verdict either way, whatever else is lacking. With every figure known,
 * what is left is that our rows are too few to speak for the whole.
 */
function lackingIn({ conditions }: Signature): string {
  const unknowns = conditions.filter(({ holds }) => holds === 'unknown')
  const unknown = unknowns.find(({ id }) => id === 'lower-above-share') ?? unknowns[0]
  return String(unknown?.details['lacking'] ?? 'capture-too-low')
}
