/** A public site as far as our sources know it: an answer of its shape to any request; undefined is a page it has not. */
export type Site = (url: URL, form: URLSearchParams) => string | Uint8Array | undefined
