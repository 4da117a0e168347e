import type { Source } from './source.ts'
import { cfets } from './sources/cfets.ts'
import { csindex } from './sources/csindex.ts'
import { thsBoards } from './sources/ths-boards.ts'

/** Every source. A new one is a file beside these, a line here and a fixture folder. */
export const SOURCES: readonly Source[] = [csindex, thsBoards, cfets]
