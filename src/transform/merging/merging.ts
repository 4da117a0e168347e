import { toIdentity } from '../names/identity.ts'
import { investorKind } from '../names/investor-kind.ts'
import { resolveCompanies } from '../names/resolve-companies.ts'
import { blockKeys, groupEvents } from './group-events.ts'

/** How events are put together into deals: what the load stage is given. */
export const MERGING = {
  identityOf: toIdentity,
  keysOf: blockKeys,
  resolve: resolveCompanies,
  kindOf: investorKind,
  group: groupEvents,
}
