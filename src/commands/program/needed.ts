import type { Command, Option } from 'commander'

const NEEDED = new WeakSet<Option>()

/** An option that must be given. The library would say that it is missing before it says that another one is misspelt. */
export function needed(option: Option): Option {
  NEEDED.add(option)
  return option
}

/** Ends a command line that lacks an option its command needs; to be called when all else of it is right. */
export function demandNeeded(command: Command): void {
  const missing = command.options.find(
    (option) => NEEDED.has(option) && command.getOptionValue(option.attributeName()) === undefined,
  )
  if (missing !== undefined)
    command.error(`error: required option '${missing.flags}' not specified`)
}
