import { addDays, addYears, type PersonId, type UnitId } from '@dangjian/domain/access'
import type { Post, SocietyCategory } from '@dangjian/domain/organisation'
import type { UnitTable } from '@dangjian/db/organisation/tables'
import { inventedName } from './organisation-names.ts'
import { drawGroups, drawTier, laterOf, staffUnit, type TierDrawing } from './organisation-tiers.ts'

/** A society of the demo with what hangs on it. Tiers that it lacks are null or empty. */
export interface DemoSociety {
  readonly id: UnitId
  readonly name: string
  readonly category: SocietyCategory
  readonly code: string
  /** Standing units only. */
  readonly committeeId: UnitId | null
  readonly officeId: UnitId | null
  readonly groupIds: readonly UnitId[]
  /** Has the role of the society's secretary. */
  readonly secretaryId: PersonId
  /** Hold the post `cadre` beneath the society; the first has the role of the society's cadre. */
  readonly cadreIds: readonly PersonId[]
}

const COMMITTEE_POSTS: readonly Post[] = [
  'secretary',
  'deputySecretary',
  'disciplineCommissioner',
  'organisationCommissioner',
  'publicityCommissioner',
  'member',
  'member',
]

/** A society as most are: nearly all have a Party committee, fewer an office organisation, fewer still working groups. */
export function drawSociety(drawing: TierDrawing, society: UnitTable): DemoSociety {
  const { draft, random, today } = drawing
  if (random.chance(0.01)) suspendSociety(drawing, society)
  const active = society.state === 'active'
  const draw = random.next()
  const committeeState =
    draw < 0.93 || !active
      ? 'active'
      : draw < 0.95
        ? 'planned'
        : draw < 0.965
          ? 'applied'
          : draw < 0.975
            ? 'approved'
            : null
  const committee = committeeState
    ? drawTier(drawing, 'societyPartyCommittee', { society, state: committeeState, fresh: random.chance(0.05) })
    : null
  const officeDraw = random.next()
  const officeState =
    officeDraw < 0.82
      ? 'active'
      : officeDraw < 0.84
        ? 'suspended'
        : officeDraw < 0.87
          ? 'applied'
          : officeDraw < 0.89
            ? 'planned'
            : null
  const office = officeState
    ? drawTier(drawing, 'officePartyOrganisation', { society, state: officeState, fresh: random.chance(0.06) })
    : null
  const groups = random.chance(0.56) ? drawGroups(drawing, society, random.int(1, 6), random.chance(0.12)) : []

  const officeStands = office && (office.state === 'active' || office.state === 'suspended')
  const staff = officeStands
    ? staffUnit(drawing, office, {
        size: random.int(3, 9),
        posts: vacant(drawing, ['secretary', 'deputySecretary', 'member', 'member'], 0.05),
      })
    : []
  if (committee?.state === 'active') {
    const size = random.chance(0.04) ? 2 : random.int(4, 7)
    const also = staff.slice(0, random.int(0, 1))
    const fresh = Array.from({ length: size - also.length }, () => draft.person(inventedName(random), 'full', 0))
    // The secretary is usually the president or a vice-president, not of the office's staff.
    staffUnit(drawing, committee, { size, posts: vacant(drawing, COMMITTEE_POSTS, 0.05), also: [...fresh, ...also] })
  }

  const cadreUnit = officeStands ? office : society
  const cadreIds = staff.slice(-random.int(1, 3))
  while (cadreIds.length < 1) {
    const personId = draft.person(inventedName(random), 'full', 0)
    draft.join(society.id, personId, addDays(today, -random.int(200, 2000)))
    cadreIds.push(personId)
  }
  for (const personId of cadreIds)
    draft.post(
      cadreUnit.id,
      personId,
      'cadre',
      laterOf(cadreUnit.foundedOn ?? today, addDays(today, -random.int(100, 199))),
    )
  const secretaryId = draft.person(inventedName(random), 'full', 0)
  draft.join(society.id, secretaryId, addDays(today, -random.int(200, 2000)))
  return finish(drawing, society, { committee, office, groups, secretaryId, cadreIds })
}

/** The demo accounts' society: every tier, ten cadres, and the accounts in their places. */
export function drawDemoSociety(
  drawing: TierDrawing,
  society: UnitTable,
  account: (username: string) => PersonId,
): DemoSociety {
  const { draft, random, today } = drawing
  const committee = drawTier(drawing, 'societyPartyCommittee', { society, state: 'active', fresh: false })
  const office = drawTier(drawing, 'officePartyOrganisation', {
    society,
    state: 'active',
    fresh: false,
    form: 'branch',
  })
  const groups = drawGroups(drawing, society, 5, false)
  const secretaryId = account('society')
  staffUnit(drawing, committee, { size: 7, posts: COMMITTEE_POSTS, also: [secretaryId] })
  const staff = staffUnit(drawing, office, {
    size: 13,
    posts: ['secretary', 'deputySecretary', 'organisationCommissioner', 'publicityCommissioner'],
    also: [account('office')],
  })
  const cadreIds = [account('cadre'), account('learner'), ...staff.slice(-8)]
  for (const personId of cadreIds.slice(0, 2)) draft.join(office.id, personId, addYears(today, -2))
  for (const personId of cadreIds) draft.post(office.id, personId, 'cadre', addDays(today, -random.int(200, 700)))
  const first = groups[0]
  if (first) {
    draft.join(first.id, account('group'), first.foundedOn ?? today)
    draft.post(first.id, account('group'), 'deputySecretary', first.foundedOn ?? today)
  }
  return finish(drawing, society, { committee, office, groups, secretaryId, cadreIds }, false)
}

function suspendSociety({ draft, random, today }: TierDrawing, society: UnitTable): void {
  society.state = 'suspended'
  society.stateOn = addDays(today, -random.int(30, 300))
  draft.event(society.id, {
    action: 'suspend',
    toState: 'suspended',
    happenedOn: society.stateOn,
    documentNo: `华科协〔2026〕${random.int(2, 40)}号`,
  })
}

/** Now and then a post is vacant: that is what warnings are there to say. */
function vacant({ random }: TierDrawing, posts: readonly Post[], share: number): (Post | null)[] {
  return posts.map((post) => (random.chance(share) ? null : post))
}

function finish(
  { draft, today }: TierDrawing,
  society: UnitTable,
  of: {
    committee: UnitTable | null
    office: UnitTable | null
    groups: readonly UnitTable[]
    secretaryId: PersonId
    cadreIds: readonly PersonId[]
  },
  grantRoles = true,
): DemoSociety {
  const standing = (unit: UnitTable | null): UnitId | null =>
    unit && (unit.state === 'active' || unit.state === 'suspended') ? unit.id : null
  if (grantRoles) {
    draft.grant(society.id, of.secretaryId, 'societySecretary', addYears(today, -3))
    for (const personId of of.cadreIds.slice(0, 1))
      draft.grant(society.id, personId, 'societyCadre', addYears(today, -3))
  }
  return {
    id: society.id,
    name: society.name,
    category: society.category ?? 'science',
    code: society.code ?? '',
    committeeId: standing(of.committee),
    officeId: standing(of.office),
    groupIds: of.groups.flatMap((group) => standing(group) ?? []),
    secretaryId: of.secretaryId,
    cadreIds: of.cadreIds,
  }
}
