import { setFlagsFromString } from 'node:v8'

/** Per cent of what lives by which the heap may grow until all of it is looked through again. */
const GROWTH = 50

/**
 * For commands that send millions of rows through a process which keeps none of them. Left to itself, V8 counts on much
 * of it to stay and lets garbage pile up to five times what lives.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
}
