import type { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import type { PersonId } from '../access/id.ts'
import { addDays, type LocalDate } from '../access/time.ts'
import { electedOf, type Candidate, type ElectionCount } from './election.ts'
import { Post, type PostHolding } from './post.ts'

/** Posts that an election fills; a cadre is appointed. */
export const ElectedPost = Post.exclude(['cadre'])
export type ElectedPost = z.infer<typeof ElectedPost>

/** A candidate with the posts which the first committee meeting gave; none for who was not elected. */
export interface PostedCandidate extends Candidate {
  readonly posts: readonly ElectedPost[]
}

export type CommitteeRefusal =
  | 'election-post-missing'
  | 'election-post-unelected'
  | 'election-secretary-missing'
  | 'election-secretary-twice'
  | 'election-post-begun-since'

/** Somebody whom an election concerns: without posts before who comes, without posts after who leaves. */
export interface CommitteeMember {
  readonly personId: PersonId | null
  readonly name: string
  readonly before: readonly Post[]
  readonly after: readonly Post[]
}

export interface CommitteeChange<H extends PostHolding, C extends PostedCandidate> {
  readonly members: readonly CommitteeMember[]
  /** Terms that end the day before the new ones begin. */
  readonly ended: readonly H[]
  readonly begun: readonly { readonly candidate: C; readonly post: ElectedPost }[]
}

/**
 * What an election makes of a committee: every term of those before ends, and that of each who is elected begins on
 * the day of the election, in the posts which the committee gave at its first meeting, one secretary among them. Nobody
 * stays without having been elected. A post that was entered for the new term already is kept.
 */
export function seatCommittee<H extends PostHolding & { readonly personName: string }, C extends PostedCandidate>(
  held: readonly H[],
  count: ElectionCount<C>,
  heldOn: LocalDate,
): Decision<CommitteeChange<H, C>, CommitteeRefusal> {
  const elected = electedOf(count)
  const unelected = count.votes.find((each) => !elected.includes(each) && each.posts.length > 0)
  if (unelected) return refuse('election-post-unelected', { name: unelected.name })
  const without = elected.find((each) => each.posts.length === 0)
  if (without) return refuse('election-post-missing', { name: without.name })
  const secretaries = elected.filter((each) => each.posts.includes('secretary')).length
  if (secretaries === 0) return refuse('election-secretary-missing')
  if (secretaries > 1) return refuse('election-secretary-twice')

  const lastOn = addDays(heldOn, -1)
  const open = held.filter(({ post, toOn }) => post !== 'cadre' && (toOn === null || toOn >= heldOn))
  const since = open.filter(({ fromOn, toOn }) => fromOn >= heldOn && toOn === null)
  const seats = elected.flatMap((candidate) => [...new Set(candidate.posts)].map((post) => ({ candidate, post })))
  const isSeat = (holding: H, { candidate, post }: (typeof seats)[number]): boolean =>
    holding.personId === candidate.personId && holding.post === post
  const astray = since.find((holding) => !seats.some((seat) => isSeat(holding, seat)))
  if (astray) return refuse('election-post-begun-since', { name: astray.personName, since: astray.fromOn })

  const ending = open.filter(({ fromOn }) => fromOn < heldOn)
  const postsBefore = (personId: PersonId | null): Post[] =>
    ending.filter((holding) => holding.personId === personId).map(({ post }) => post)
  const leaving = new Map(ending.map(({ personId, personName }) => [personId, personName]))
  for (const { personId } of elected) if (personId) leaving.delete(personId)
  return allow({
    members: [
      ...elected.map(({ personId, name, posts }) => ({ personId, name, before: postsBefore(personId), after: posts })),
      ...[...leaving].map(([personId, name]) => ({ personId, name, before: postsBefore(personId), after: [] })),
    ],
    ended: ending.map((holding) => ({ ...holding, toOn: lastOn })),
    begun: seats.filter((seat) => !since.some((holding) => isSeat(holding, seat))),
  })
}
