/** What the doctor says of one thing. `look`: something will not work as one may expect; `wrong`: nothing will. */
export interface Checked {
  readonly name: string
  readonly state: 'fine' | 'look' | 'wrong'
  readonly says: string
  /** What to do. */
  readonly remedy?: string
}

export function fine(name: string, says: string): Checked {
  return { name, state: 'fine', says }
}

export function look(name: string, says: string, remedy: string): Checked {
  return { name, state: 'look', says, remedy }
}

export function wrong(name: string, says: string, remedy: string): Checked {
  return { name, state: 'wrong', says, remedy }
}
