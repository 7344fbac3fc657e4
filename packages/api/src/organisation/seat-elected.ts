import type { Instant, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import {
  assignPost,
  seatCommittee,
  type ElectionCount,
  type PostedCandidate,
  type PostHolding,
  type PostHoldingId,
} from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { findPostChanges, type PostChanges } from '@dangjian/db/organisation/election-store'
import {
  deletePostHolding,
  findMembership,
  insertMembership,
  insertPerson,
  insertPostHolding,
  listPostHoldings,
  savePostHoldingEnded,
} from '@dangjian/db/organisation/person-store'
import { accept, refuseWith } from '../refusal.ts'

interface Around {
  readonly now: Instant
  readonly newId: <Id extends string>() => Id
}

/** Gives the elected their posts and ends those before; who was not of the unit joins it. */
export async function seatElected(
  db: Db,
  election: ElectionCount<PostedCandidate> & { readonly unitId: UnitId; readonly heldOn: LocalDate },
  around: Around,
): Promise<PostChanges> {
  const { unitId, heldOn } = election
  const held = await listPostHoldings(db, unitId)
  const { ended, begun } = accept(seatCommittee(held, election, heldOn))
  for (const { id, toOn } of ended) await savePostHoldingEnded(db, id, toOn)
  const ids = new Map<PostedCandidate, PersonId>()
  const holdings: PostHolding[] = []
  for (const { candidate, post } of begun) {
    const personId = ids.get(candidate) ?? (await enter(db, unitId, candidate, heldOn, around))
    ids.set(candidate, personId)
    holdings.push({ id: around.newId<PostHoldingId>(), unitId, personId, post, fromOn: heldOn, toOn: null })
  }
  for (const holding of holdings) await insertPostHolding(db, holding)
  const before = new Map(held.map(({ id, toOn }) => [id, toOn]))
  return {
    begun: holdings.map(({ id }) => id),
    ended: ended.map(({ id }) => ({ id, toOn: before.get(id) ?? null })),
  }
}

async function enter(
  db: Db,
  unitId: UnitId,
  { personId, name }: PostedCandidate,
  fromOn: LocalDate,
  { now, newId }: Around,
): Promise<PersonId> {
  if (personId) {
    if (!(await findMembership(db, unitId, personId))) refuseWith('post-holder-not-in-unit')
    return personId
  }
  const id = newId<PersonId>()
  await insertPerson(db, { id, name, memberStatus: 'unknown', rev: 1, createdAt: now })
  await insertMembership(db, { id: newId(), unitId, personId: id, fromOn, toOn: null })
  return id
}

/** Takes back what a withdrawn election did: its posts were never held, and those before run on. */
export async function unseatElected(db: Db, unitId: UnitId, electionId: string): Promise<void> {
  const changes = await findPostChanges(db, electionId)
  if (!changes) return
  for (const id of changes.begun) await deletePostHolding(db, id)
  const held = await listPostHoldings(db, unitId)
  for (const { id, toOn } of changes.ended) {
    const holding = held.find((each) => each.id === id)
    if (!holding) continue
    const others = held.filter((each) => each.id !== id)
    accept(assignPost(others, { ...holding, toOn }, true))
    await savePostHoldingEnded(db, id, toOn)
  }
}
