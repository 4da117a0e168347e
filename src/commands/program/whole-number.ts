import { InvalidArgumentError } from 'commander'

/** Reads what an option was given as a whole number within bounds. */
export function wholeNumber(lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (Number.isInteger(number) && number >= lowest && number <= highest) return number
    throw new InvalidArgumentError(`Write a whole number from ${lowest} to ${highest}.`)
  }
}
