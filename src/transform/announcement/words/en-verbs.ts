/** Verbs of a firm that raises money; they say so in all their forms, with a sum, a round or funding for their object. */
const PLAIN =
  'raise land nab secure snag score close bag get grab snare pocket reap net garner clinch obtain procure gather amass receive attract collect complete conclude'.split(
    ' ',
  )
const OF_TWO_WORDS =
  'pick up,pull in,haul in,bring in,draw in,reel in,rake in,take in,round up,scoop up,snap up,lock in,lock down,lock up,wrap up,top up,mop up,drum up,rack up,chalk up,line up,scrape together,pull down,suck in,hoover up,walk away with,nail down'.split(
    ',',
  )
/** Only in the third person or the past: "find funding" is advice. */
const THIRD_OR_PAST =
  'lure draw ink add find hit announce confirm unveil haul bank welcome finalize finalise win notch seal fetch take'.split(
    ' ',
  )
const SINGLE_FORMS = ['announcing', 'exceeds', 'tops', 'drawn', 'winning']

const IRREGULAR_PAST: Readonly<Record<string, string>> = {
  get: 'got',
  bring: 'brought',
  draw: 'drew',
  take: 'took',
  find: 'found',
  hit: 'hit',
  win: 'won',
}
/** "nabbed", "nabbing" */
const DOUBLES_LAST = /^(?:nab|snag|bag|grab|net|get|snap|wrap|top|mop|win|hit)$/

/** "nab", "nabs", "nabbed", "nabbing" */
function formsOf(verb: string): readonly string[] {
  const [word = '', ...particle] = verb.split(' ')
  const stem = DOUBLES_LAST.test(word) ? word + word.slice(-1) : word.replace(/e$/, '')
  const third = /(?:s|sh|ch|x|z)$/.test(word) ? `${word}es` : `${word}s`
  return [word, third, IRREGULAR_PAST[word] ?? `${stem}ed`, `${stem}ing`].map((form) =>
    [form, ...particle].join(' '),
  )
}

export const RAISE_VERBS: readonly string[] = [
  ...[...PLAIN, ...OF_TWO_WORDS].flatMap(formsOf),
  ...THIRD_OR_PAST.flatMap((verb) => formsOf(verb).slice(1, 3)),
  ...SINGLE_FORMS,
]

/** Verbs of a start that is told with its money: "launches with $5M", "emerges from stealth with $5M". */
export const START_VERBS: readonly string[] = [
  'launch',
  'launches',
  'launched',
  'emerges',
  'emerged',
  'debuts',
  'comes out of stealth',
  'exits stealth',
  'starts',
  'returns',
  'is back',
  'comes out',
]
