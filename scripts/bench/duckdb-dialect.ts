/** What PostgreSQL and DuckDB write differently in the statements of the measures. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/ on commit drop/g, ''],
  [/select\s+from/gi, 'select 1 from'],
  [/::jsonb/g, '::json'],
  [/jsonb_agg\(/g, 'list('],
  [/jsonb_build_object\(/g, 'json_object('],
  [/to_jsonb\(/g, 'to_json('],
  [/jsonb_array_length\(/g, 'json_array_length('],
  [/([\w.]+) \? ('\w+')/g, 'json_exists($1, $2)'],
  [/to_char\(([\w.]+), 'YYYY-MM'\)/g, "strftime($1, '%Y-%m')"],
  [/trim_scale\(/g, '('],
  [/jsonb_each\(/g, 'json_each('],
  [/jsonb_array_elements_text\(([\w.]+)\)/g, `unnest(from_json($1, '["VARCHAR"]'))`],
  [/jsonb_array_elements\(([\w.]+)\)/g, `unnest(from_json($1, '["JSON"]'))`],
  [/([\w.]+) #>> '\{(\w+),(\w+)\}'/g, "($1 ->> '$$.$2.$3')"],
  [/unnest\(array(\[[^\]]+\])\) (\w+)/g, 'unnest($1) one_$2 ($2)'],
  [/make_interval\(months => ([\w.$]+)\)/g, 'to_months($1)'],
  [/make_interval\(days => ([\w.$]+)\)/g, 'to_days($1)'],
]

/** A statement as DuckDB understands it, as far as words go. */
export function inDuckDb(statement: string): string {
  return WORDS.reduce((text, [word, other]) => text.replace(word, other), statement)
}
