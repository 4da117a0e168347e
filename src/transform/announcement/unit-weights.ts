/** The most frequent characters of announcements, most frequent first: a sign one of them is tells few texts apart. */
const COMMON =
  '， 资0元融亿e。投A2轮1的、成Ia美公n3or人i司6完发本5业t万获一金数创科年国技P.新能股中产机大氪Cs智首4月家l在O日领“8于上”为p基用7S器市c将行近布与超和「」有千天Bu合动前了计已（）值：D9；由|方据h等生务工M全品团化子模加以g商高入估下研场企海E开使｜dG进力+集及平m最联报收来-交出%T达电同自目东期是台购作独立增设通持个建华芯多型内不LV部额后度b理注者要主体道具身级y量物正R过得续悉术时心硬约车应地现星拟外项限到称信向长其源片民推构对代'
const HEAVIEST = 240
const HALF_AS_HEAVY = 8

/** How often texts have some of these characters, roughly and in no unit. */
export function weightOf(units: string): number {
  let weight = 0
  for (const unit of units) weight += weightOfOne(unit)
  return weight
}

/** The same of one character. */
export function weightOfOne(unit: string): number {
  const rank = COMMON.indexOf(unit)
  return rank < 0 ? 1 : 1 + HEAVIEST / (1 + rank / HALF_AS_HEAVY)
}
