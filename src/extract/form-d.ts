import type { CheerioAPI } from 'cheerio/slim'
import { fail, ok, type Result } from '../model/result.ts'
import { countryOfEdgar } from './edgar-country.ts'
import { loadMarkup } from './load-markup.ts'

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
  // Entities of a document type are how XML bombs and file readers work; no honest notice has one.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return fail('the notice declares a document type')
  if (!/<edgarSubmission[\s>]/.test(text)) return fail('the page is no notice on Form D')
  if (!/<\/edgarSubmission>\s*$/.test(text)) return fail('the notice is cut off')
  const $ = loadMarkup(text, 'xml')
  const form = textAt($, 'submissionType')
  const sold = textAt($, 'offeringData > offeringSalesAmounts > totalAmountSold')
  const company = textAt($, 'primaryIssuer > entityName')
  const industry = textAt($, 'offeringData > industryGroup > industryGroupType')
  const problems = [
    ...(/^D(?:\/A)?$/.test(form) ? [] : [`"${form.slice(0, 20)}" is no Form D`]),
    ...(company === '' ? ['the notice names no company'] : []),
    ...(industry === '' ? ['the notice names no industry'] : []),
    ...(AMOUNT.test(sold) ? [] : [`"${sold.slice(0, 20)}" sold is no amount`]),
  ]
  if (problems.length > 0) return fail(...problems)
  return ok({
    isTest: textAt($, 'testOrLive').toUpperCase() === 'TEST',
    isAmendment: form === 'D/A',
    amends: textAt($, 'offeringData > typeOfFiling > newOrAmendment > previousAccessionNumber'),
    company,
    country: countryOfEdgar(textAt($, 'primaryIssuer > issuerAddress > stateOrCountry')),
    industry,
    kind: kindOf($),
    sold,
    offered: textAt($, 'offeringData > offeringSalesAmounts > totalOfferingAmount'),
  })
}

/** A notice may tick several kinds of securities. What turns into shares counts as shares. */
function kindOf($: CheerioAPI): FormD['kind'] {
  const isTicked = (name: string): boolean =>
    textAt($, `offeringData > typesOfSecuritiesOffered > ${name}`) === 'true'
  const isPooled =
    $('edgarSubmission > offeringData > industryGroup > investmentFundInfo').length > 0
  if (isPooled || isTicked('isPooledInvestmentFundType')) return 'fund'
  const merger = 'businessCombinationTransaction > isBusinessCombinationTransaction'
  if (textAt($, `offeringData > ${merger}`) === 'true') return 'acquisition'
  const shares = ['isEquityType', 'isOptionToAcquireType', 'isSecurityToBeAcquiredType']
  if (shares.some(isTicked)) return 'equity'
  return isTicked('isDebtType') ? 'debt' : 'other'
}

function textAt($: CheerioAPI, path: string): string {
  return $(`edgarSubmission > ${path}`).first().text().replaceAll(/\s+/g, ' ').trim().slice(0, 300)
}
