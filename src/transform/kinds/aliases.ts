import { ALIAS_KINDS } from '../../model/company-name.ts'
import { fail, ok } from '../../model/result.ts'
import type { AliasRow } from '../../model/told-rows.ts'
import type { CsvKind } from '../csv-kind.ts'
import { toIdentity } from '../names/identity.ts'
import { filled, filledDate, given, givenDate } from './cells.ts'
import { CITATION, KNOWN_FROM } from './columns.ts'

/** Other names of firms, as somebody who looked them up gives them: they hold even where texts would leave a doubt. */
export const aliases: CsvKind<'aliases'> = {
  id: 'aliases',
  title: 'Other names of firms',
  doc: 'One row a name. Companies and investors that turn out to be one firm keep the id of the oldest; a parent stays a firm of its own.',
  columns: [
    {
      name: 'name',
      type: 'text',
      required: 'cell',
      doc: 'The firm, as it is mostly or now called.',
      example: '某某智能',
    },
    {
      name: 'alias',
      type: 'text',
      required: 'cell',
      doc: 'Its other or earlier name; for parent, its owner.',
      example: 'Example AI',
    },
    {
      name: 'alias_kind',
      type: { oneOf: ALIAS_KINDS },
      required: 'cell',
      doc: 'What the alias is to the name.',
      example: 'english-name',
    },
    {
      name: 'told_on',
      type: 'date',
      required: 'cell',
      doc: 'Day of the page that says so.',
      example: '2023-06-05',
    },
    CITATION,
    KNOWN_FROM,
  ],
  key: ['name', 'alias', 'alias_kind'],
  loads: 'aliases',
  toRows(cells) {
    const [name, other, kind] = ['name', 'alias', 'alias_kind'].map((one) => filled(cells, one))
    if (name === undefined || other === undefined || name === other)
      return fail(`${name} is given as another name of itself`)
    return ok([
      {
        source: 'import',
        sourceKey: [name, other, kind].join('|'),
        name,
        other,
        kind: kind as AliasRow['kind'],
        nameKey: toIdentity(name).key,
        otherKey: toIdentity(other).key,
        status: 'told',
        rule: 'import',
        toldOn: filledDate(cells, 'told_on'),
        ...given(cells, { url: 'citation_url' }),
        ...givenDate(cells, 'knownFrom', 'known_from'),
      },
    ])
  },
}
