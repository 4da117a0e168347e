export const SUM =
  '(?:US\\$|HK\\$|[$€£¥₹]|(?:USD|EUR|GBP|INR|RMB|CNY|HKD|SGD|JPY|KRW|CHF|AUD|CAD|Rs\\.?)\\s?\\d|\\d+(?:\\.\\d+)?\\s?(?:million|billion|crore|mln|bln|(?:mn|bn|cr)\\b))'
export const FUNDING =
  '(?:funding|round|infusion|cash injection|series [a-h]\\b|seed\\b|pre-?seed\\b|financing|(?:investment|backing) from|backing|capital\\b|(?:undisclosed|unspecified) (?:amount|sum)\\b)'
export const SUM_HINTS =
  '$ € £ ¥ ₹ usd eur gbp inr rmb cny hkd sgd jpy krw chf aud cad rs million billion crore mln bln mn bn cr'
/** A target with a name, whatever describes it ahead. */
export const NAMED =
  "(?<target>(?:(?:[a-z][\\w'’/-]*|[A-Z][\\w.]*-[a-z]+),? ){0,6}?(?-i:[A-Z])[^;]{1,80})"
export const SUM_SAID = `${SUM}[\\d.,]*\\s?(?:million|billion|trillion|mn|bn|mln|bln|crore|[mbkt])?\\b`
export const FUNDING_HINTS =
  'funding round infusion injection raise series seed financing investment backing capital undisclosed unspecified'
export const MONEY_HINTS = `${SUM_HINTS} ${FUNDING_HINTS}`
