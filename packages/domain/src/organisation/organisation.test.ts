import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId, UnitId } from '../access/id.ts'
import { coverage } from './coverage.ts'
import { decideElection, electedOf, electionWarnings, isAdopted, isElected } from './election.ts'
import { foundUnit } from './found-unit.ts'
import { maskName } from './person.ts'
import { assignPost, type PostHolding, type PostHoldingId } from './post.ts'
import { termStanding } from './term.ts'
import { SocietyCategory, UnitState, type Unit } from './unit.ts'
import { founderOf, lifecycleOf, needsDocument, stepUnit, UnitAction } from './unit-lifecycle.ts'
import { warningsOf } from './unit-warning.ts'

const id = (n: number): UnitId => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}` as UnitId
const person = (n: number): PersonId => id(n) as string as PersonId

function unit(over: Partial<Unit> = {}): Unit {
  return {
    id: id(1),
    kind: 'society',
    tier: null,
    parentId: id(0),
    societyId: id(1),
    code: 'A-01',
    name: '华夏云学会',
    category: 'science',
    form: null,
    affiliation: null,
    state: 'active',
    stateOn: '2020-01-01',
    foundedOn: '2020-01-01',
    endedOn: null,
    mergedIntoId: null,
    seq: 1,
    rev: 1,
    createdAt: 0,
    ...over,
  }
}
const branch = (over: Partial<Unit> = {}): Unit =>
  unit({
    id: id(2),
    kind: 'officePartyOrganisation',
    tier: 2,
    parentId: id(1),
    form: 'branch',
    name: '办事机构党支部',
    ...over,
  })
const step = { on: '2026-05-01', documentNo: '云党〔2026〕1号', documentFileId: null, intoId: null } as const
const around = { today: '2026-06-01', activeChildren: 0, into: null }

describe('the life of a unit', () => {
  const group = (over: Partial<Unit> = {}): Unit =>
    branch({ kind: 'branchWorkingGroup', tier: 3, form: 'group', name: '党的工作小组', ...over })

  it.each([branch, group])('takes every step that its table names and refuses every other', (make) => {
    for (const state of UnitState.options) {
      for (const action of UnitAction.options) {
        const into = make({ id: id(9) })
        const decision = stepUnit(make({ state }), { ...step, action, intoId: into.id }, { ...around, into })
        const next = lifecycleOf(make())[state][action]
        expect(decision.ok ? decision.value.state : null, `${state} ${action}`).toBe(next ?? null)
      }
    }
  })

  it('is founded by whom it belongs to: nobody above a working group is asked, its committee decides and reports', () => {
    expect(founderOf(branch({ kind: 'societyPartyCommittee' }))).toBe('association')
    expect(founderOf(branch({ affiliation: 'supportingUnit' }))).toBe('supportingUnit')
    expect(founderOf(group())).toBe('societyPartyCommittee')
    const planned = group({ state: 'planned' })
    expect(stepUnit(planned, { ...step, action: 'apply' }, around)).toMatchObject({ refusal: 'unit-step-not-possible' })
    expect(stepUnit(planned, { ...step, action: 'decide', documentNo: null }, around)).toMatchObject({
      refusal: 'unit-document-missing',
    })
    expect(stepUnit(group({ state: 'decided' }), { ...step, action: 'activate' }, around)).toMatchObject({
      value: { state: 'active', foundedOn: step.on },
    })
    expect([needsDocument(group(), 'activate'), needsDocument(branch(), 'activate')]).toEqual([true, false])
  })

  it('lets a working group that had applied under the former way go on', () => {
    expect(stepUnit(group({ state: 'applied' }), { ...step, action: 'decide' }, around)).toMatchObject({
      value: { state: 'decided' },
    })
  })

  it('keeps dates in order, needs papers for an approval, and does not end above what is active', () => {
    expect(stepUnit(branch(), { ...step, action: 'suspend', on: '2019-12-31' }, around)).toMatchObject({
      refusal: 'unit-step-before-last',
    })
    expect(stepUnit(branch(), { ...step, action: 'suspend', on: '2026-06-02' }, around)).toMatchObject({
      refusal: 'unit-step-in-future',
    })
    expect(
      stepUnit(branch({ state: 'applied' }), { ...step, action: 'approve', documentNo: null }, around),
    ).toMatchObject({ refusal: 'unit-document-missing' })
    expect(stepUnit(branch(), { ...step, action: 'dissolve' }, { ...around, activeChildren: 2 })).toMatchObject({
      refusal: 'unit-has-active-children',
    })
  })

  it('merges only into its like in the same society', () => {
    const stranger = branch({ id: id(8), societyId: id(7) })
    expect(
      stepUnit(branch(), { ...step, action: 'merge', intoId: stranger.id }, { ...around, into: stranger }),
    ).toMatchObject({ refusal: 'unit-merges-into-stranger' })
    expect(
      stepUnit(branch(), { ...step, action: 'merge', intoId: id(2) }, { ...around, into: branch() }),
    ).toMatchObject({ refusal: 'unit-merges-into-stranger' })
  })

  it('begins beneath its society, one Party committee a society', () => {
    const plan = { kind: 'societyPartyCommittee', name: '学会党委', form: 'committee', affiliation: null } as const
    const made = { id: id(5), today: '2026-06-01', now: 0 }
    expect(foundUnit(unit(), [], plan, made)).toMatchObject({
      ok: true,
      value: { societyId: id(1), tier: 1, state: 'planned' },
    })
    expect(foundUnit(unit({ kind: 'association' }), [], plan, made)).toMatchObject({
      refusal: 'unit-under-wrong-parent',
    })
    expect(foundUnit(branch(), [], plan, made)).toMatchObject({ refusal: 'unit-under-wrong-parent' })
    const committee = unit({ kind: 'societyPartyCommittee', tier: 1, name: '旧党委' })
    expect(foundUnit(unit(), [committee], plan, made)).toMatchObject({ refusal: 'society-has-committee' })
    expect(foundUnit(unit(), [{ ...committee, state: 'dissolved' }], plan, made)).toMatchObject({ ok: true })
  })
})

describe('posts and terms', () => {
  const holding = (over: Partial<PostHolding> = {}): PostHolding & { personName: string } => ({
    id: id(3) as string as PostHoldingId,
    unitId: id(2),
    personId: person(10),
    post: 'secretary',
    fromOn: '2024-01-01',
    toOn: null,
    personName: '甲某',
    ...over,
  })

  it('allow one active secretary, and the next from the day after the last one left', () => {
    const next = holding({ personId: person(11), fromOn: '2026-01-01' })
    expect(assignPost([holding()], next, true)).toMatchObject({ refusal: 'second-secretary', detail: { name: '甲某' } })
    expect(assignPost([holding({ toOn: '2025-12-31' })], next, true)).toMatchObject({ ok: true })
  })

  it('go to people of the unit only, one of a kind each', () => {
    expect(assignPost([], holding(), false)).toMatchObject({ refusal: 'post-holder-not-in-unit' })
    expect(assignPost([holding({ post: 'member' })], holding({ post: 'member' }), true)).toMatchObject({
      refusal: 'post-already-held',
    })
  })

  it('run three years for a branch and five for a committee, and warn at twelve, six and three months', () => {
    const standing = (today: string) =>
      termStanding({ form: 'branch', foundedOn: '2020-01-01' }, '2023-06-30', today)?.standing
    expect(['2025-06-29', '2025-06-30', '2025-12-30', '2026-03-30', '2026-06-30', '2026-07-01'].map(standing)).toEqual([
      'running',
      'due12',
      'due6',
      'due3',
      'due3',
      'overdue',
    ])
    expect(termStanding({ form: 'committee', foundedOn: '2020-02-29' }, null, '2020-03-01')?.dueOn).toBe('2025-02-28')
  })

  it('and sizes that are off are named and never block', () => {
    const facts = { holdings: [], fullMembers: 2, electedOn: '2025-01-01', today: '2026-06-01' }
    const names = warningsOf(branch(), facts).map((each) => each.warning)
    expect(names).toEqual(['branch-no-secretary', 'too-few-members-for-form'])
    expect(
      warningsOf(branch({ form: 'generalBranch' }), { ...facts, fullMembers: 50 }).map((each) => each.warning),
    ).toEqual(['no-secretary'])
    expect(warningsOf(branch(), { ...facts, fullMembers: 51 }).map((each) => each.warning)).toContain(
      'too-many-members-for-form',
    )
    expect(warningsOf(branch({ state: 'dissolved' }), facts)).toEqual([])
  })
})

describe('an election and a resolution', () => {
  const stood = (...votes: number[]) =>
    votes.map((each, index) => ({ name: `候选人${index}`, personId: null, votes: each }))
  const votes = stood(8, 8, 7, 7, 6, 1)
  const count = { entitled: 10, present: 8, issued: 8, returned: 8, valid: 8, places: 5, candidates: 6, votes }
  it('are two rules: four fifths present and a fifth more candidates for the one, half present for the other', () => {
    expect(decideElection(count)).toMatchObject({ ok: true })
    expect(decideElection({ ...count, present: 7, issued: 7, returned: 7 })).toMatchObject({
      refusal: 'election-too-few-present',
    })
    expect(decideElection({ ...count, candidates: 5 })).toMatchObject({ refusal: 'election-too-few-candidates' })
    expect([isElected(5, 10), isElected(6, 10)]).toEqual([false, true])
    expect([
      isAdopted({ entitled: 10, present: 5, agreed: 5 }),
      isAdopted({ entitled: 10, present: 6, agreed: 6 }),
    ]).toEqual([false, true])
  })
  it('lists every candidate once, each with no more votes than ballots', () => {
    expect(decideElection({ ...count, votes: stood(8) })).toMatchObject({
      refusal: 'election-candidates-unlisted',
      detail: { listed: 1, candidates: 6 },
    })
    const twice = votes.map((each, index) => (index === 5 ? { ...each, name: '候选人0' } : each))
    expect(decideElection({ ...count, votes: twice })).toMatchObject({ refusal: 'election-candidate-twice' })
    expect(decideElection({ ...count, votes: stood(9, 8, 7, 7, 6, 1) })).toMatchObject({
      refusal: 'election-more-votes-than-valid',
    })
  })
  it('elects those with most votes where more have a majority than there are places, and nobody where that is a tie', () => {
    const all = { ...count, votes: stood(6, 8, 8, 7, 7, 8) }
    expect(electedOf(all).map(({ name }) => name)).toEqual(['候选人1', '候选人2', '候选人5', '候选人3', '候选人4'])
    expect(decideElection({ ...count, votes: stood(8, 8, 8, 7, 6, 6) })).toMatchObject({
      refusal: 'election-votes-tied',
    })
    expect(decideElection({ ...count, votes: stood(5, 5, 0, 0, 0, 0) })).toMatchObject({
      refusal: 'election-nobody-elected',
    })
  })
  it('names places that are left, which may be filled anew', () => {
    const few = { ...count, votes: stood(8, 8, 7, 5, 5, 1) }
    expect(decideElection(few)).toMatchObject({ ok: true })
    expect(electionWarnings({ ...few, heldOn: '2026-05-01', elected: electedOf(few).length }, null)).toEqual([
      { warning: 'election-places-left', detail: { elected: 3, places: 5 } },
    ])
  })
})

describe('coverage', () => {
  it('counts every standing society once in each tier, covered or lacking', () => {
    const units = fc.array(
      fc.record({
        category: fc.constantFrom(...SocietyCategory.options),
        tiers: fc.subarray([1, 2, 3] as const),
        state: fc.constantFrom(...UnitState.options),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(units, (societies) => {
        const all = societies.flatMap(({ category, tiers, state }, index) => {
          const society = unit({ id: id(index * 10), societyId: id(index * 10), category, state })
          return [
            society,
            ...tiers.map((tier) =>
              unit({
                id: id(index * 10 + tier),
                kind: 'officePartyOrganisation',
                tier,
                societyId: society.id,
                category: null,
              }),
            ),
          ]
        })
        const standing = societies.filter(({ state }) => state === 'active' || state === 'suspended')
        for (const cell of coverage(all)) {
          const own = standing.filter(({ category }) => category === cell.category)
          expect(cell.societies).toBe(own.length)
          expect(cell.covered).toBe(own.filter(({ tiers }) => tiers.includes(cell.tier)).length)
          expect(cell.lacking).toHaveLength(cell.societies - cell.covered)
        }
      }),
    )
  })
})

describe('a name on a public page', () => {
  it('keeps the family name and stars the rest', () => {
    expect([maskName('林知远'), maskName(' 甲 '), maskName('')]).toEqual(['林*', '甲', ''])
  })
})
