import { blockKeys, groupEvents } from './group-events.ts'

/** How events are put together into deals: what the load stage is given. */
export const MERGING = { keysOf: blockKeys, group: groupEvents }
