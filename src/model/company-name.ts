/** Kinds of other names. `parent` is a relation: a parent's round is never its child's. */
export const ALIAS_KINDS = ['same-name', 'english-name', 'former-name', 'parent'] as const

export type AliasKind = (typeof ALIAS_KINDS)[number]

/** One spelling of a company, as stored. */
export interface CompanyName {
  readonly id: string
  /** Without signs, legal form and place. */
  readonly key: string
  /** The place its legal name begins with; empty: none. */
  readonly place: string
}

/** A name and another one for the same firm, by their keys. */
export interface NameLink {
  readonly name: string
  readonly other: string
  readonly kind: Exclude<AliasKind, 'parent'>
  /** A person said so; a text's word is weighed. */
  readonly isImported: boolean
}
