/** A picture inside a letter, shown where the HTML says `cid:<cid>`. */
export interface LetterImage {
  readonly cid: string
  readonly filename: string
  readonly contentType: 'image/png'
  readonly content: Uint8Array
}

/** What one reader is to read: nothing in it is fetched from elsewhere. */
export interface Letter {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly attachments: readonly LetterImage[]
}
