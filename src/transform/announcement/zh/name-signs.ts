import { signTable } from '../signs.ts'

/** Of the patterns that are tried on phrases that may name somebody: most names have nothing that any of them fits. */
export const { signed: signedName, signsIn: signsOfName } = signTable('whole')
