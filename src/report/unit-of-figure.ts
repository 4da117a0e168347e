/** What a value of the findings counts or measures. */
export type FigureUnit = 'yuan' | 'fraction' | 'day' | 'count' | 'number' | 'text'

const YUAN =
  /(?:^|\.)(?:disclosed|bounded|yuan|recordedYuan|median|inflowDetail\.mean|withoutLargest|withoutTwoLargest|gain|excessGain|capAtStart|flipLine|floorYuan|recorded|inflowSteps)(?:\.|$)/
/** Names that mean something else elsewhere. */
const YUAN_HERE =
  /\.split\.(?:atStart|atEnd|change|price|issuance|membership|unsplit)$|\.ceiling\.value\.|publishedAmount\.value\.|\.estimate\.(?:central|interval\.\w+)$|^claims\.\d+\.(?:largest|details\.low|(?:totals\.\d+|trueFor)\.value\.\w+)$|\.details\.(?:ceiling|total|widerLow|widerHigh)$/
const FRACTION =
  /(?:^|\.)(?:change|benchmarkChange|excess|previousExcess|yearBeforeExcess|share|\w+Share|percentile|within|since|lowest|highest|ratio|hhi|undisclosedWidth|beating|moved|typicalMove|largestMove|rankGap)(?:\.|$)/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const NUMBER = /^-?\d+(?:\.\d+)?$/

/** By the name of the figure and by how its value is written: money and ratios are exact text, counts are numbers. */
export function unitOfFigure(id: string, value: string | number | boolean): FigureUnit {
  if (typeof value === 'number') return 'count'
  if (typeof value === 'boolean') return 'text'
  if (DAY.test(value)) return 'day'
  if (!NUMBER.test(value)) return 'text'
  if (YUAN_HERE.test(id)) return 'yuan'
  if (FRACTION.test(id)) return 'fraction'
  return YUAN.test(id) ? 'yuan' : 'number'
}
