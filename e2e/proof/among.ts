/** One of them, around and around. */
export function among<T>(all: readonly T[], n: number): T {
  const one = all[n % all.length]
  if (one === undefined) throw new Error('There is nothing to choose from.')
  return one
}
