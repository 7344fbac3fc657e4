/** Stems are compared by so many of their signs at most, so that a database can index them. */
const COMPARED = 200

/** What a stem is known by: its letters, figures and characters, whatever stands between them and however wide. */
export function likenessOf(stem: string): string {
  const plain = stem.normalize('NFKC').toLowerCase()
  const signs = plain.replace(/[^\p{L}\p{N}]+/gu, '')
  return (signs === '' ? plain.replace(/\s+/g, '') : signs).slice(0, COMPARED)
}

function pairsIn(likeness: string): Map<string, number> {
  const pairs = new Map<string, number>()
  const text = likeness.length < 2 ? `${likeness} ` : likeness
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function shareOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0]
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 1 : (2 * shared) / all
}

/** How alike two stems are, from 0 to 1: the share of neighbouring signs that both have (Dice's coefficient). */
export function likenessShare(a: string, b: string): number {
  return shareOf(pairsIn(likenessOf(a)), pairsIn(likenessOf(b)))
}

/** Above this share two questions are shown as alike: our default, tried on real banks. */
export const ALIKE_FROM = 0.82

export interface Alike<Id extends string> {
  readonly first: Id
  readonly second: Id
  readonly share: number
}

/**
 * Pairs of questions whose stems are alike, the most alike first. Only questions that share one of the rarest pairs of
 * signs of either are compared, so that a bank of thousands takes no longer than a glance.
 */
export function findAlike<Id extends string>(
  questions: readonly { readonly id: Id; readonly likeness: string }[],
  limit = 200,
): Alike<Id>[] {
  const known = questions.map(({ id, likeness }) => ({ id, likeness, pairs: pairsIn(likeness) }))
  const holders = new Map<string, number[]>()
  known.forEach(({ pairs }, index) => {
    for (const pair of pairs.keys()) {
      const those = holders.get(pair)
      if (those) those.push(index)
      else holders.set(pair, [index])
    }
  })
  const found: Alike<Id>[] = []
  known.forEach((question, index) => {
    const rarest = [...question.pairs.keys()]
      .toSorted((a, b) => (holders.get(a)?.length ?? 0) - (holders.get(b)?.length ?? 0))
      .slice(0, Math.max(3, Math.ceil(question.pairs.size * 0.4)))
    const others = new Set(rarest.flatMap((pair) => holders.get(pair) ?? []))
    for (const place of others) {
      const other = known[place]
      if (!other || place === index) continue
      const share = question.likeness === other.likeness ? 1 : shareOf(question.pairs, other.pairs)
      if (share < ALIKE_FROM) continue
      const [first, second] = place > index ? [question.id, other.id] : [other.id, question.id]
      found.push({ first, second, share })
    }
  })
  const once = new Map(found.map((each) => [`${each.first} ${each.second}`, each]))
  return [...once.values()].toSorted((a, b) => b.share - a.share).slice(0, limit)
}
