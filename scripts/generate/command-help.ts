import type { Command } from 'commander'
import { buildProgram } from '../../src/commands/program.ts'

/** The commands and their options as the command line itself describes them. */
export function renderCommandHelp(): string {
  const silent = { out: { write: () => true }, err: { write: () => true } }
  const program = buildProgram({}, silent)
  return ['```', ...program.commands.flatMap(renderCommand), '```'].join('\n')
}

function renderCommand(command: Command): readonly string[] {
  const usage = `feastgap ${command.name()} ${command.usage()}`
    .replace('[options] ', '')
    .replace(/ ?\[options\]$/, '')
  const options = command.options.map(
    (option) => `    ${option.flags.padEnd(22)} ${describe(option)}`,
  )
  return [`${usage.padEnd(26)} ${command.description()}`, ...options]
}

function describe({ description, argChoices, defaultValue }: Command['options'][number]): string {
  const choices = argChoices === undefined ? '' : ` (${argChoices.join(', ')})`
  return `${description}${choices}${defaultValue === undefined ? '' : `, default ${String(defaultValue)}`}`
}
