import { allow, refuse, type Decision } from '../access/decision.ts'

/** What a meeting counted. All are numbers of people or ballots. */
export interface ElectionCount {
  /** Entitled to vote, less those excluded with a reason. */
  readonly entitled: number
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly places: number
  readonly candidates: number
}

export type ElectionRefusal =
  | 'election-too-few-present'
  | 'election-more-ballots-than-present'
  | 'election-more-returned-than-issued'
  | 'election-too-few-candidates'

/**
 * Whether an election is valid (r, 《中国共产党基层组织选举工作条例》): four fifths of those entitled are present, no more ballots
 * came back than went out, and candidates exceed the places by a fifth at least.
 */
export function decideElection(count: ElectionCount): Decision<ElectionCount, ElectionRefusal> {
  const needed = Math.ceil((count.entitled * 4) / 5)
  if (count.present < needed) return refuse('election-too-few-present', { present: count.present, needed })
  if (count.issued > count.present) return refuse('election-more-ballots-than-present')
  if (count.returned > count.issued) return refuse('election-more-returned-than-issued')
  const candidates = count.places + Math.ceil(count.places / 5)
  if (count.candidates < candidates) return refuse('election-too-few-candidates', { needed: candidates })
  return allow(count)
}

/** Elected is who has more than half of all entitled, not of those present (r). */
export function isElected(votes: number, entitled: number): boolean {
  return votes * 2 > entitled
}

/** A resolution is another rule: half are present, and more than half of all entitled agree (r). */
export function isAdopted(count: {
  readonly entitled: number
  readonly present: number
  readonly agreed: number
}): boolean {
  return count.present * 2 >= count.entitled && count.agreed * 2 > count.entitled
}
