/** Verbs of a firm that raises money; they say so in all their forms, with a sum, a round or funding for their object. */
const PLAIN =
  'raise land nab secure snag score close bag get grab snare pocket reap net garner clinch obtain procure gather amass receive attract collect complete conclude'.split(
    ' ',
  )
const OF_TWO_WORDS =
  'pick up,pull in,haul in,bring in,draw in,reel in,rake in,take in,round up,scoop up,snap up,lock in,lock down,lock up,wrap up,top up,mop up,drum up,rack up,chalk up,line up,scrape together,pull down,suck in,hoover up,walk away with,nail down,dig up,cook up,whip up,rustle up,soak up,pile up,fire up,tuck away,sock away,pack in,stack up,ring up,roll up'.split(
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
  build: 'built',
  make: 'made',
  let: 'let',
  give: 'gave',
  buy: 'bought',
  come: 'came',
  go: 'went',
  grow: 'grew',
  fight: 'fought',
  think: 'thought',
  see: 'saw',
  seek: 'sought',
  strike: 'struck',
  cut: 'cut',
  keep: 'kept',
  rise: 'rose',
  begin: 'began',
  sell: 'sold',
  rethink: 'rethought',
  run: 'ran',
  leave: 'left',
  shed: 'shed',
  become: 'became',
  say: 'said',
}
/** "nabbed", "nabbing" */
const DOUBLES_LAST =
  /^(?:nab|snag|bag|grab|net|get|snap|wrap|top|mop|win|hit|map|ship|drop|plan|plot|tap)$/

/** "nab", "nabs", "nabbed", "nabbing" */
function formsOf(verb: string): readonly string[] {
  const [word = '', ...particle] = verb.split(' ')
  const stem = DOUBLES_LAST.test(word) ? word + word.slice(-1) : word.replace(/e$/, '')
  const third = /(?:s|sh|ch|x|z)$|^go$/.test(word) ? `${word}es` : `${word}s`
  return [word, third, IRREGULAR_PAST[word] ?? `${stem}ed`, `${stem}ing`].map((form) =>
    [form, ...particle].join(' '),
  )
}

export const RAISE_VERBS: readonly string[] = [
  ...[...PLAIN, ...OF_TWO_WORDS].flatMap(formsOf),
  ...THIRD_OR_PAST.flatMap((verb) => formsOf(verb).slice(1, 3)),
  ...SINGLE_FORMS,
]

/** What a firm does in a headline besides raising money: "opens a lab and raises $5M". */
const DEEDS =
  'debut launch relaunch build make want bring help let use offer turn give take expand unveil double triple quadruple hit add open acquire buy plan eye emerge exit come go move look aim work team partner pivot reveal develop create grow scale tackle fight connect automate show promise hope think believe see snap join hire reach surpass cross claim plot target seek pull push release introduce announce confirm sign strike win cut file settle keep rebrand return rise soar jump ship start begin sell map replace rethink reinvent simplify speed boost power deliver run test prove tap recruit poach name appoint leave drop shed crack pick roll convert extend become say gain'.split(
    ' ',
  )
export const DEED_VERBS: readonly string[] = DEEDS.flatMap((verb) => formsOf(verb).slice(1, 3))

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

/** With a sum for their object they tell of money spent, lost, owed or wanted, or of somebody else's: no other verb does. */
export const NOT_GAINED: readonly string[] =
  'burns burned spends spent returns returned loses lost blows blew refunds wastes torches was is has leads led backs joins anchors values recalls denies scraps drops misses cancels seeks wants eyes needs targets steals siphons drains withdraws cuts saves saved earns earned makes demands recovers recovered moves coughs ponies puts gives racks runs pays writes marks ends winds holds owes hides buys acquires orders claims sues seizes collects launders laundered'.split(
    ' ',
  )
