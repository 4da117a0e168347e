import { readFileSync } from 'node:fs'

/** Clock ticks a second in /proc, the same on every Linux. */
const TICKS = 100
/** Of what follows the name of the program, in parentheses: time in user mode and in the kernel. */
const [USER, KERNEL] = [11, 12]

/** Seconds of processor time a process has taken so far. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[USER]) + Number(fields[KERNEL])) / TICKS
}
