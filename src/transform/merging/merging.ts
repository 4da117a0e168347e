import { toIdentity } from '../names/identity.ts'
import { investorKind } from '../names/investor-kind.ts'
import { resolveCompanies } from '../names/resolve-companies.ts'
import { coveringsOf } from './covered-rounds.ts'
import { groupEvents } from './group-events.ts'
import { findingKeys } from './name-keys.ts'
import { voicesOf } from './voices.ts'

/** How events are put together into deals: what the load stage is given. */
export const MERGING = {
  identityOf: toIdentity,
  keysOf: findingKeys,
  resolve: resolveCompanies,
  kindOf: investorKind,
  group: groupEvents,
  voices: voicesOf,
  coverings: coveringsOf,
}
