import { describe, expect, it } from 'vitest'
import type { PersonId, UnitId } from '../access/id.ts'
import { seatCommittee, type PostedCandidate } from './elected-committee.ts'
import type { Post, PostHolding, PostHoldingId } from './post.ts'

const unitId = 'unit' as UnitId
const person = (name: string) => name as PersonId
const held = (name: string, post: Post, fromOn = '2021-05-10', toOn: string | null = null) => ({
  ...({
    id: `${name}-${post}` as PostHoldingId,
    unitId,
    personId: person(name),
    post,
    fromOn,
    toOn,
  } satisfies PostHolding),
  personName: name,
})
const stood = (
  name: string,
  votes: number,
  posts: PostedCandidate['posts'],
  personId: PersonId | null = person(name),
) => ({
  name,
  personId,
  votes,
  posts,
})
const committee = [held('甲', 'secretary'), held('乙', 'deputySecretary'), held('丙', 'member'), held('丁', 'cadre')]
const votes = [
  stood('甲', 9, ['member']),
  stood('乙', 8, ['secretary']),
  stood('戊', 7, ['deputySecretary', 'disciplineCommissioner'], null),
  stood('丙', 3, []),
]
const count = { entitled: 10, present: 9, issued: 9, returned: 9, valid: 9, places: 3, candidates: 4, votes }

describe('what an election makes of a committee', () => {
  it('says who stays, comes and leaves; terms before it end on the eve, that of a cadre runs on', () => {
    const decision = seatCommittee(committee, count, '2026-05-10')
    if (!decision.ok) throw new Error(decision.refusal)
    const { members, ended, begun } = decision.value
    expect(members.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['甲', ['secretary'], ['member']],
      ['乙', ['deputySecretary'], ['secretary']],
      ['戊', [], ['deputySecretary', 'disciplineCommissioner']],
      ['丙', ['member'], []],
    ])
    expect(ended.map(({ id, toOn }) => [id, toOn])).toEqual([
      ['甲-secretary', '2026-05-09'],
      ['乙-deputySecretary', '2026-05-09'],
      ['丙-member', '2026-05-09'],
    ])
    expect(begun.map(({ candidate, post }) => [candidate.name, post])).toEqual([
      ['甲', 'member'],
      ['乙', 'secretary'],
      ['戊', 'deputySecretary'],
      ['戊', 'disciplineCommissioner'],
    ])
  })

  it('asks for a post of each who is elected, of nobody else, and for one secretary', () => {
    const refusal = (...changed: PostedCandidate[]) =>
      seatCommittee(
        committee,
        { ...count, votes: votes.map((each) => changed.find(({ name }) => name === each.name) ?? each) },
        '2026-05-10',
      )
    expect(refusal(stood('甲', 9, []))).toMatchObject({ refusal: 'election-post-missing', detail: { name: '甲' } })
    expect(refusal(stood('丙', 3, ['member']))).toMatchObject({ refusal: 'election-post-unelected' })
    expect(refusal(stood('乙', 8, ['member']))).toMatchObject({ refusal: 'election-secretary-missing' })
    expect(refusal(stood('甲', 9, ['secretary']))).toMatchObject({ refusal: 'election-secretary-twice' })
  })

  it('keeps a post entered for the new term already, and names one that does not agree with the election', () => {
    const entered = [held('甲', 'secretary', '2021-05-10', '2026-05-09'), held('乙', 'secretary', '2026-05-10')]
    const decision = seatCommittee(entered, count, '2026-05-10')
    expect(decision.ok && decision.value.ended).toEqual([])
    expect(decision.ok && decision.value.begun.map(({ post }) => post)).not.toContain('secretary')
    expect(seatCommittee([held('己', 'secretary', '2026-05-12')], count, '2026-05-10')).toMatchObject({
      refusal: 'election-post-begun-since',
      detail: { name: '己', since: '2026-05-12' },
    })
  })
})
