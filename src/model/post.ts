/** What a group robot says, as finished lines that are in no service's form yet. */
export interface Post {
  readonly lang: 'zh' | 'en'
  readonly title: string
  /** The most telling first: what does not fit is cut from the end. */
  readonly sections: readonly PostSection[]
  /** Stands below whatever is cut. */
  readonly foot: readonly string[]
  /** Says that something was cut. */
  readonly more: string
}

export interface PostSection {
  readonly title: string
  readonly lines: readonly string[]
}
