/** How many there are of something: `1 page`, `2 pages`. */
export function counted(n: number | string, one: string, many = `${one}s`): string {
  return `${n} ${Number(n) === 1 ? one : many}`
}
