const last = new Map<string, Promise<unknown>>()

/**
 * Lets those who put a content into place and name it, and whoever takes away what nothing names, do so one after the
 * other. One process is enough: no second one opens the same data folder.
 */
export function inTurn<T>(sha256: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(sha256) ?? Promise.resolve()).then(work, work)
  const settled = mine.then(
    () => undefined,
    () => undefined,
  )
  last.set(sha256, settled)
  void settled.then(() => {
    if (last.get(sha256) === settled) last.delete(sha256)
  })
  return mine
}
