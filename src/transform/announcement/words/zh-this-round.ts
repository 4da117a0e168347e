/** The round at hand. */
export const THIS_ROUND: readonly string[] = ['本轮', '此轮', '本次', '此次']
