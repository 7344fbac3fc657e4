const ALL = 2 ** 32

/** A whole number from 0 up to but without `below`, each as likely as any other: what does not divide evenly is drawn anew. */
export function randomBelow(below: number): number {
  const even = ALL - (ALL % below)
  const [drawn = even] = crypto.getRandomValues(new Uint32Array(1))
  return drawn < even ? drawn % below : randomBelow(below)
}
