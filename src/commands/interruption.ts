export interface Interruption extends Disposable {
  isAsked(): boolean
}

/**
 * Hears Ctrl-C and SIGTERM while it lives: the first of either asks for an end after what is in hand, a second one of
 * the same kind ends the process.
 */
export function hearInterruption(onFirst: () => void = () => {}): Interruption {
  let isAsked = false
  const ask = (): void => {
    if (!isAsked) onFirst()
    isAsked = true
  }
  process.once('SIGINT', ask)
  process.once('SIGTERM', ask)
  return {
    isAsked: () => isAsked,
    [Symbol.dispose]() {
      process.off('SIGINT', ask)
      process.off('SIGTERM', ask)
    },
  }
}
