import { encodedBytes, LARGEST_LETTER_BYTES, type Letter } from '../../model/letter.ts'
import type { EditionLetterView } from './view.ts'

/**
 * What a letter may do without, the least important first. The verdict and the table of tracks stay. The links of the small
 * figures of a track go first, and unsaid: the two sides above them lead to the same rows.
 */
const DISPENSABLE = ['links', 'curve', 'propositions', 'map'] as const
export type Dispensable = (typeof DISPENSABLE)[number]

/**
 * The letter with as much as mail programs show. What does not fit is left out and said to be; whether the rest is still too
 * long is for whoever sends it to find.
 */
export function fitLetter(
  view: EditionLetterView,
  render: (view: EditionLetterView, leftOut: readonly Dispensable[]) => Letter,
): Letter {
  const there = DISPENSABLE.filter((part) => has(view, part))
  let letter = render(view, [])
  for (
    let count = 1;
    count <= there.length && encodedBytes(letter) > LARGEST_LETTER_BYTES;
    count += 1
  ) {
    const leftOut = there.slice(0, count)
    letter = render(without(view, leftOut), leftOut)
  }
  return letter
}

function has({ pictures, propositions }: EditionLetterView, part: Dispensable): boolean {
  if (part === 'links') return true
  if (part === 'propositions') return propositions.length > 0
  return pictures.some(({ name }) => name === part)
}

function without(view: EditionLetterView, leftOut: readonly Dispensable[]): EditionLetterView {
  return {
    ...view,
    pictures: view.pictures.filter(({ name }) => !leftOut.includes(name)),
    propositions: leftOut.includes('propositions') ? [] : view.propositions,
  }
}
