import { decimal, ratioText } from '../../model/decimal.ts'
import type { ChoiceCount, SignShare } from '../../model/multiverse-finding.ts'

/** One definition: what was chosen on each axis, and whether its figure agrees, or why there is none. */
export interface Universe {
  readonly choices: readonly string[]
  readonly outcome: boolean | { readonly lacking: string }
}

/**
 * Of the definitions that can be computed, the share that agrees; the others are counted by their reason. An axis is
 * what the share depends on where it is below the bar, and at or above it with some choice of that axis held fixed
 * while below it with another.
 */
export function signShare(
  axes: readonly string[],
  universes: readonly Universe[],
  bar: number,
): SignShare {
  const computed = universes.filter(({ outcome }) => typeof outcome === 'boolean')
  const agree = agreeing(computed)
  const choices = axes.flatMap((axis, index) =>
    [...Map.groupBy(computed, (universe) => universe.choices[index] ?? '')].map(
      ([choice, own]) => ({ axis, choice, computed: own.length, agree: agreeing(own) }),
    ),
  )
  const isNothing = computed.length === 0
  return {
    definitions: universes.length,
    computed: computed.length,
    agree,
    share: isNothing
      ? { lacking: 'no-definition' }
      : ratioText(decimal(agree).div(computed.length)),
    notComputed: reasonsOf(universes),
    choices,
    dependsOn: isNothing || agree / computed.length >= bar ? [] : straddling(axes, choices, bar),
  }
}

function agreeing(universes: readonly Universe[]): number {
  return universes.filter(({ outcome }) => outcome === true).length
}

function reasonsOf(universes: readonly Universe[]): SignShare['notComputed'] {
  const reasons = universes.flatMap(({ outcome }) =>
    typeof outcome === 'object' ? [outcome.lacking] : [],
  )
  return [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => ({
    reason,
    n: all.length,
  }))
}

function straddling(
  axes: readonly string[],
  choices: readonly ChoiceCount[],
  bar: number,
): readonly string[] {
  return axes.filter((axis) => {
    const own = choices.filter((choice) => choice.axis === axis)
    const high = own.filter(({ computed, agree }) => agree / computed >= bar)
    return high.length > 0 && high.length < own.length
  })
}
