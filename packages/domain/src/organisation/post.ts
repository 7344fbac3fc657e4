import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import { idSchema, PersonId, UnitId } from '../access/id.ts'
import { isWithin, LocalDate } from '../access/time.ts'
import type { Unit } from './unit.ts'

export const PostHoldingId = idSchema('PostHoldingId')
export type PostHoldingId = z.infer<typeof PostHoldingId>

export const Post = z.enum([
  'secretary',
  'deputySecretary',
  'member',
  'disciplineCommissioner',
  'organisationCommissioner',
  'publicityCommissioner',
  'cadre',
])
export type Post = z.infer<typeof Post>

export const PostHolding = z.strictObject({
  id: PostHoldingId,
  unitId: UnitId,
  personId: PersonId,
  post: Post,
  fromOn: LocalDate,
  toOn: LocalDate.nullable(),
})
export type PostHolding = z.infer<typeof PostHolding>

export type PostRefusal =
  | 'second-secretary'
  | 'post-already-held'
  | 'post-holder-not-in-unit'
  | 'post-dates-out-of-order'
  | 'post-already-ended'

/** Gives a person a post: one active secretary a unit, one post of a kind for a person in a unit, and the holder belongs there. */
export function assignPost(
  held: readonly (PostHolding & { personName: string })[],
  holding: PostHolding,
  isMember: boolean,
): Decision<PostHolding, PostRefusal> {
  if (holding.toOn !== null && holding.toOn < holding.fromOn) return refuse('post-dates-out-of-order')
  if (!isMember) return refuse('post-holder-not-in-unit')
  const current = held.filter((other) => overlaps(other, holding))
  if (current.some((other) => other.personId === holding.personId && other.post === holding.post)) {
    return refuse('post-already-held')
  }
  const secretary = current.find((other) => other.post === 'secretary')
  if (holding.post === 'secretary' && secretary) {
    return refuse('second-secretary', { name: secretary.personName, since: secretary.fromOn })
  }
  return allow(holding)
}

/** Ends a post with its last day. */
export function endPost(holding: PostHolding, lastOn: LocalDate): Decision<PostHolding, PostRefusal> {
  if (holding.toOn !== null && holding.toOn < lastOn) return refuse('post-already-ended')
  if (lastOn < holding.fromOn) return refuse('post-dates-out-of-order')
  return allow({ ...holding, toOn: lastOn })
}

function overlaps(a: Pick<PostHolding, 'fromOn' | 'toOn'>, b: Pick<PostHolding, 'fromOn' | 'toOn'>): boolean {
  return (b.toOn === null || a.fromOn <= b.toOn) && (a.toOn === null || b.fromOn <= a.toOn)
}

/** Posts that an active unit must have filled: a secretary, and in tier 1 a discipline commissioner. A liaison person is neither. */
export function duePosts(unit: Pick<Unit, 'tier' | 'form'>): Post[] {
  if (unit.tier === null || unit.form === 'liaison') return []
  return unit.tier === 1 ? ['secretary', 'disciplineCommissioner'] : ['secretary']
}

/** Who holds what on a day. */
export function holdingsOn<T extends PostHolding>(holdings: readonly T[], date: LocalDate): T[] {
  return holdings.filter((holding) => isWithin(date, holding))
}
