import { fail, ok, type Result } from '../model/result.ts'
import { countryOfEdgar } from './edgar-country.ts'
import { childrenOf, type Element, loadMarkup, textOf } from './load-markup.ts'

/** What one notice on Form D says. */
export interface FormD {
  readonly isTest: boolean
  readonly isAmendment: boolean
  /** Accession number of what it amends. */
  readonly amends: string
  readonly company: string
  readonly country: string
  readonly industry: string
  readonly kind: 'equity' | 'debt' | 'fund' | 'acquisition' | 'other'
  /** Dollars. */
  readonly sold: string
  /** Dollars, or the word `Indefinite`. */
  readonly offered: string
}

const AMOUNT = /^\d{1,15}(?:\.\d{1,2})?$/

/** Reads the XML of a notice; all problems at once. */
export function readFormD(text: string): Result<FormD> {
  const isNotWhole = markupProblem(text)
  if (isNotWhole !== undefined) return fail(isNotWhole)
  const page = loadMarkup(text, () => true, 'xml')
  const cells = {
    form: textAt(page, 'submissionType'),
    company: textAt(page, 'primaryIssuer > entityName'),
    place: textAt(page, 'primaryIssuer > issuerAddress > stateOrCountry'),
    industry: textAt(page, 'offeringData > industryGroup > industryGroupType'),
    offered: textAt(page, 'offeringData > offeringSalesAmounts > totalOfferingAmount'),
    sold: textAt(page, 'offeringData > offeringSalesAmounts > totalAmountSold'),
  }
  const kind = kindOf(page)
  const problems = [
    ...Object.entries(cells).flatMap(([name, cell]) =>
      cell === '' ? [`the notice tells no ${name}`] : [],
    ),
    ...(/^D(?:\/A)?$/.test(cells.form || 'D') ? [] : [`"${cells.form.slice(0, 20)}" is no Form D`]),
    ...(AMOUNT.test(cells.sold || '0') ? [] : [`"${cells.sold.slice(0, 20)}" sold is no amount`]),
    ...(kind === undefined ? ['the notice ticks no kind of securities'] : []),
  ]
  if (problems.length > 0 || kind === undefined) return fail(...problems)
  const { company, industry, offered, sold } = cells
  return ok({
    isTest: textAt(page, 'testOrLive').toUpperCase() === 'TEST',
    isAmendment: cells.form === 'D/A',
    amends: textAt(page, 'offeringData > typeOfFiling > newOrAmendment > previousAccessionNumber'),
    company,
    country: countryOfEdgar(cells.place),
    industry,
    kind,
    sold,
    offered,
  })
}

function markupProblem(text: string): string | undefined {
  // Entities of a document type are how XML bombs and file readers work; no honest notice has one.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'the notice declares a document type'
  if (!/<edgarSubmission[\s>]/.test(text)) return 'the page is no notice on Form D'
  return /<\/edgarSubmission>\s*$/.test(text) ? undefined : 'the notice is cut off'
}

/** Boxes of securities. What turns into shares counts as shares. */
const BOXES = {
  isPooledInvestmentFundType: 'fund',
  isEquityType: 'equity',
  isOptionToAcquireType: 'equity',
  isSecurityToBeAcquiredType: 'equity',
  isDebtType: 'debt',
  isTenantInCommonType: 'other',
  isMineralPropertyType: 'other',
  isOtherType: 'other',
} as const
const MERGER = 'businessCombinationTransaction > isBusinessCombinationTransaction'

/** A notice may tick several boxes: the first of the list says what it is. Undefined: none that we know. */
function kindOf(page: Element): FormD['kind'] | undefined {
  const pooled = elementsAt(page, 'offeringData > industryGroup > investmentFundInfo')
  if (pooled.length > 0) return 'fund'
  const ticked = Object.entries(BOXES).find(
    ([name]) => textAt(page, `offeringData > typesOfSecuritiesOffered > ${name}`) === 'true',
  )
  const isMerger = textAt(page, `offeringData > ${MERGER}`) === 'true'
  return isMerger && ticked?.[1] !== 'fund' ? 'acquisition' : ticked?.[1]
}

function textAt(page: Element, path: string): string {
  const [first] = elementsAt(page, path)
  return first === undefined ? '' : textOf(first).replaceAll(/\s+/g, ' ').trim().slice(0, 300)
}

/** The elements a path of names leads to from the notice down. */
function elementsAt(page: Element, path: string): readonly Element[] {
  return ['edgarSubmission', ...path.split(' > ')].reduce<readonly Element[]>(
    (reached, name) => reached.flatMap(childrenOf).filter((child) => child.name === name),
    [page],
  )
}
