/** Fails when the time given last runs out. */
export function stopwatch(): {
  readonly ranOut: Promise<never>
  restart(milliseconds: number): void
  stop(): void
} {
  const { promise: ranOut, reject } = Promise.withResolvers<never>()
  ranOut.catch(() => {})
  let timer: NodeJS.Timeout | undefined
  const stop = (): void => clearTimeout(timer)
  return {
    ranOut,
    stop,
    restart(milliseconds) {
      stop()
      timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)
    },
  }
}
