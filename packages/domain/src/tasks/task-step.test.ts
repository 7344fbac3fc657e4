import { expect, it } from 'vitest'
import type { UnitId } from '../access/id.ts'
import { AssignmentState, openAssignment, type Assignment, type AssignmentId } from './assignment.ts'
import { draftTask, extendTask, reachOf, type Task, type TaskId } from './task.ts'
import { extendAssignment, publishTask, remindedOf, reopenAssignment, withdrawTask } from './task-step.ts'
import type { ClauseId, WorkPlanId } from './work-plan.ts'

const today = '2030-05-10'
const task: Task = {
  id: 'task' as TaskId,
  workPlanId: 'plan' as WorkPlanId,
  title: '讲好党课',
  kind: 'study',
  clauseIds: ['c1' as ClauseId],
  audience: { kind: 'all' },
  dueOn: '2030-06-30',
  evidence: [{ key: 'e1', label: '小结', kind: 'text' }],
  training: null,
  state: 'draft',
  rev: 1,
  publishedAt: null,
}
const given: Task = { ...task, state: 'published', rev: 2 }
const work = (state: AssignmentState): Assignment => ({
  ...openAssignment({
    id: state as string as AssignmentId,
    taskId: task.id,
    unitId: 'u' as UnitId,
    dueOn: task.dueOn,
    now: 1,
  }),
  state,
})
const unit = (id: string, kind: 'society' | 'officePartyOrganisation', societyId: string, over = {}) => ({
  id: id as UnitId,
  kind,
  tier: kind === 'society' ? null : (2 as const),
  societyId: societyId as UnitId,
  category: kind === 'society' ? ('science' as const) : null,
  state: 'active' as const,
  ...over,
})

it('drafts a task that is due today at the earliest, answers clauses of its plan and names each evidence once', () => {
  const facts = { planClauses: new Set(['c1']), courseStands: true }
  expect(draftTask(task, facts, today).ok).toBe(true)
  expect(draftTask({ ...task, dueOn: today }, facts, today).ok).toBe(true)
  const twice = draftTask({ ...task, clauseIds: [...task.clauseIds, ...task.clauseIds] }, facts, today)
  expect(twice.ok && twice.value.clauseIds).toEqual(task.clauseIds)
  expect(draftTask({ ...task, dueOn: '2030-05-09' }, facts, today)).toMatchObject({ refusal: 'task-due-in-past' })
  expect(draftTask(task, { ...facts, planClauses: new Set(['c2']) }, today)).toMatchObject({
    refusal: 'task-clause-not-in-plan',
  })
  expect(draftTask(task, { ...facts, courseStands: false }, today)).toMatchObject({ refusal: 'task-course-unknown' })
  const same = { ...task, evidence: [...task.evidence, { key: 'e2', label: '小结', kind: 'file' as const }] }
  expect(draftTask(same, facts, today)).toMatchObject({ refusal: 'task-evidence-doubled' })
  const sameKey = { ...task, evidence: [...task.evidence, { key: 'e1', label: '签到表', kind: 'file' as const }] }
  expect(draftTask(sameKey, facts, today)).toMatchObject({ refusal: 'task-evidence-doubled' })
  expect(draftTask(given, facts, today)).toMatchObject({ refusal: 'task-not-a-draft' })
})

it('gives a draft out to somebody, while its day has not passed, once', () => {
  expect(publishTask(task, 3, today, 7)).toMatchObject({ value: { state: 'published', publishedAt: 7, rev: 2 } })
  expect(publishTask(task, 0, today, 7)).toMatchObject({
    refusal: 'task-reaches-nobody',
    detail: { title: task.title },
  })
  expect(publishTask(task, 3, '2030-07-01', 7)).toMatchObject({ refusal: 'task-due-in-past' })
  expect(publishTask(given, 3, today, 7)).toMatchObject({ refusal: 'task-not-a-draft' })
})

it('puts a task off to a later day only', () => {
  expect(extendTask(given, '2030-07-15', today)).toMatchObject({ value: { dueOn: '2030-07-15', rev: 3 } })
  expect(extendTask(given, '2030-06-30', today)).toMatchObject({ refusal: 'task-due-not-later' })
  expect(extendTask(task, '2030-07-15', today)).toMatchObject({ refusal: 'task-not-published' })
})

it('takes a task back from all but those that have closed it', () => {
  const taken = withdrawTask(given, AssignmentState.options.map(work), 9)
  expect(taken.ok && taken.value.withdrawn.map(({ id }) => id)).toEqual([
    'assigned',
    'accepted',
    'submitted',
    'returned',
  ])
  expect(taken.ok && taken.value.task.state).toBe('withdrawn')
  expect(withdrawTask(task, [], 9)).toMatchObject({ refusal: 'task-not-published' })
})

it('reminds those that still have something to do, and says so when nobody has', () => {
  const reminded = remindedOf(AssignmentState.options.map(work))
  expect(reminded.ok && reminded.value.map(({ id }) => id)).toEqual(['assigned', 'accepted', 'returned'])
  expect(remindedOf([work('submitted'), work('closed')])).toMatchObject({ refusal: 'task-reminds-nobody' })
})

it('puts one society off to a later day while it has something to do, without touching its step', () => {
  expect(extendAssignment(work('accepted'), '2030-07-15', today)).toMatchObject({
    value: { dueOn: '2030-07-15', rev: 1 },
  })
  expect(extendAssignment(work('accepted'), '2030-06-30', today)).toMatchObject({ refusal: 'task-due-not-later' })
  expect(extendAssignment(work('accepted'), '2030-05-01', today)).toMatchObject({ refusal: 'task-due-in-past' })
  expect(extendAssignment(work('closed'), '2030-07-15', today)).toMatchObject({
    refusal: 'assignment-step-not-possible',
  })
})

it('gives withdrawn work again from the beginning, and no other', () => {
  expect(reopenAssignment(work('withdrawn'), '2030-07-15', 9)).toMatchObject({
    value: { state: 'assigned', dueOn: '2030-07-15', rev: 2, stateAt: 9 },
  })
  expect(reopenAssignment(work('closed'), '2030-07-15', 9)).toMatchObject({ refusal: 'assignment-step-not-possible' })
})

it('reaches societies that stand: all, of a category, those that lack a tier, those chosen', () => {
  const units = [
    unit('a', 'society', 'a'),
    unit('b', 'society', 'b', { category: 'medicine', state: 'suspended' }),
    unit('gone', 'society', 'gone', { state: 'dissolved' }),
    unit('a.office', 'officePartyOrganisation', 'a'),
    unit('b.office', 'officePartyOrganisation', 'b', { state: 'dissolved' }),
  ]
  const ids = (audience: Task['audience']) => reachOf(audience, units).map(({ id }) => id)
  expect(ids({ kind: 'all' })).toEqual(['a', 'b'])
  expect(ids({ kind: 'category', categories: ['medicine'] })).toEqual(['b'])
  expect(ids({ kind: 'lacking', tier: 2 })).toEqual(['b'])
  expect(ids({ kind: 'lacking', tier: 1 })).toEqual(['a', 'b'])
  expect(ids({ kind: 'chosen', unitIds: ['gone' as UnitId, 'a' as UnitId] })).toEqual(['a'])
})
