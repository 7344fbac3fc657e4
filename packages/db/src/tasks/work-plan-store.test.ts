import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import {
  openAssignment,
  type AssignmentId,
  type ClauseId,
  type Task,
  type TaskId,
  type WorkPlan,
  type WorkPlanId,
} from '@dangjian/domain/tasks'
import { insertUnitClosure } from '../organisation/unit-scope.ts'
import { describeStores, type EmptyDatabase } from '../testing/both-databases.ts'
import { insertAssignments, findAssignment, saveAssignmentsDueOn } from './assignment-store.ts'
import { countHolders, listAudienceUnits } from './reach-store.ts'
import {
  findAssignmentsOfTask,
  findUnitGiven,
  listAssignmentsOfTask,
  saveAssignmentsDue,
} from './task-assignment-store.ts'
import {
  countAssignments,
  deleteTask,
  findTask,
  findTaskEditor,
  insertTask,
  listTasks,
  saveTask,
  searchTasks,
} from './task-store.ts'
import {
  deleteWorkPlan,
  findWorkPlan,
  findWorkPlanEditor,
  findWorkPlanOfYear,
  insertWorkPlan,
  listAnsweredClauses,
  listClauses,
  listWorkPlans,
  saveWorkPlan,
} from './work-plan-store.ts'

let made = 0
const id = <Id extends string>(): Id => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as Id
const [association, society, office, other, gone] = [
  id<UnitId>(),
  id<UnitId>(),
  id<UnitId>(),
  id<UnitId>(),
  id<UnitId>(),
]
const person = id<PersonId>()

function planOf(year: number, clauses: readonly ClauseId[]): WorkPlan {
  const place = { start: 0, end: 4 }
  return {
    id: id<WorkPlanId>(),
    year,
    title: `${year} 年工作要点`,
    sourceText: '原文原文',
    outline: {
      preamble: '',
      sections: [
        {
          number: '一、',
          title: '学习',
          ...place,
          items: [
            {
              number: 3,
              title: '读书',
              ...place,
              clauses: clauses.map((each) => ({ id: each, text: `条款${each}`, ...place })),
            },
          ],
        },
      ],
    },
    state: 'draft',
    publishedAt: null,
    rev: 1,
    updatedAt: 1000,
  }
}

function taskOf(workPlanId: WorkPlanId, clauseIds: readonly ClauseId[], over: Partial<Task> = {}): Task {
  return {
    id: id<TaskId>(),
    workPlanId,
    title: '办读书班',
    kind: 'study',
    clauseIds: [...clauseIds],
    audience: { kind: 'category', categories: ['science'] },
    dueOn: '2030-06-30',
    evidence: [{ key: 'e1', label: '小结', kind: 'text' }],
    training: { courseId: id(), posts: ['cadre'], share: 80 },
    state: 'draft',
    rev: 1,
    publishedAt: null,
    ...over,
  }
}

describeStores('the stores of work plans and tasks', (open) => {
  let database: EmptyDatabase
  const [c1, c2, c3] = [id<ClauseId>(), id<ClauseId>(), id<ClauseId>()]
  const plan = planOf(2030, [c1, c2, c3])
  const task = taskOf(plan.id, [c2, c1])
  const write = <T>(act: Parameters<typeof database.storage.transact<T>>[0]) => database.storage.transact(act)
  const read = () => database.storage.read

  beforeAll(async () => {
    database = await open()
    await write(async (db) => {
      const unit = {
        tier: null,
        form: null,
        affiliation: null,
        endedOn: null,
        mergedIntoId: null,
        rev: 1,
        createdAt: 0,
      }
      const day = { stateOn: '2020-01-01', foundedOn: '2020-01-01' }
      const societyRow = (unitId: UnitId, code: string, state: 'active' | 'dissolved', seq: number) => ({
        ...unit,
        ...day,
        id: unitId,
        kind: 'society' as const,
        parentId: association,
        societyId: unitId,
        code,
        name: `学会${code}`,
        namePinyin: '',
        category: 'science' as const,
        state,
        seq,
      })
      await db
        .insertInto('unit')
        .values([
          {
            ...unit,
            ...day,
            id: association,
            kind: 'association',
            parentId: null,
            societyId: null,
            code: null,
            name: '协会',
            namePinyin: '',
            category: null,
            state: 'active',
            seq: 0,
          },
          societyRow(society, 'A-02', 'active', 2),
          societyRow(other, 'A-01', 'active', 1),
          societyRow(gone, 'A-03', 'dissolved', 3),
          {
            ...unit,
            ...day,
            id: office,
            kind: 'officePartyOrganisation',
            tier: 2,
            parentId: society,
            societyId: society,
            code: null,
            name: '支部',
            namePinyin: '',
            category: null,
            state: 'active',
            seq: 1,
          },
        ])
        .execute()
      await insertUnitClosure(db, association, null)
      for (const each of [society, other, gone]) await insertUnitClosure(db, each, association)
      await insertUnitClosure(db, office, society)
      await db
        .insertInto('person')
        .values({ id: person, name: '林溪', namePinyin: '', memberStatus: 'full', rev: 1, createdAt: 0 })
        .execute()
      const holding = { personId: person, fromOn: '2029-01-01', toOn: null }
      await db
        .insertInto('postHolding')
        .values([
          { ...holding, id: id(), unitId: office, post: 'cadre' },
          { ...holding, id: id(), unitId: society, post: 'secretary' },
          { ...holding, id: id(), unitId: other, post: 'cadre', toOn: '2029-12-31' },
        ])
        .execute()
      await insertWorkPlan(db, plan, person)
      await insertTask(db, task, { personId: person, at: 2000 })
    })
  })
  afterAll(() => database.close())

  it('gives a plan back as it was saved, by id and by year, with who saved it', async () => {
    expect(await findWorkPlan(read(), plan.id)).toEqual(plan)
    expect((await findWorkPlanOfYear(read(), 2030))?.id).toBe(plan.id)
    expect(await findWorkPlanOfYear(read(), 2031)).toBeUndefined()
    expect(await findWorkPlanEditor(read(), plan.id)).toBe('林溪')
  })

  it('has one plan a year', async () => {
    await expect(write((db) => insertWorkPlan(db, planOf(2030, []), person))).rejects.toThrow()
  })

  it('counts clauses, tasks, drafts and what no task answers', async () => {
    expect(await listWorkPlans(read())).toMatchObject([{ year: 2030, clauses: 3, unanswered: 1, tasks: 1, drafts: 1 }])
    expect((await listAnsweredClauses(read(), plan.id)).map(({ clauseId }) => clauseId).toSorted()).toEqual([c1, c2])
  })

  it('saves the next revision of a plan with its clauses, and not a second one', async () => {
    const next = { ...planOf(2030, [c1, c2]), id: plan.id, rev: 2 }
    expect(await write((db) => saveWorkPlan(db, next, person))).toBe(true)
    expect(await write((db) => saveWorkPlan(db, next, person))).toBe(false)
    expect((await listClauses(read(), [c1, c2, c3])).map((clause) => clause.id)).toEqual([c1, c2])
  })

  it('gives a task back with its clauses in the plan’s order, and who saved it last', async () => {
    expect(await findTask(read(), task.id)).toEqual({ ...task, clauseIds: [c1, c2] })
    expect(await findTaskEditor(read(), task.id)).toEqual({ name: '林溪', at: 2000 })
    expect(await listTasks(read(), plan.id)).toHaveLength(1)
    expect(await searchTasks(read(), '读书', 8)).toMatchObject([{ id: task.id, year: 2030 }])
  })

  it('saves the next revision of a task, and not a second one', async () => {
    const next = { ...task, title: '改了名', clauseIds: [c1], rev: 2 }
    expect(await write((db) => saveTask(db, next, { personId: person, at: 3000 }))).toBe(true)
    expect(await write((db) => saveTask(db, next))).toBe(false)
    expect(await findTask(read(), task.id)).toEqual(next)
  })

  it('lists whom an audience is chosen from: standing societies by code, and the units of their tiers', async () => {
    const units = await listAudienceUnits(read())
    expect(units.filter(({ kind }) => kind === 'society').map((each) => each.id)).toEqual([other, society])
    expect(units.some((each) => each.id === office)).toBe(true)
  })

  it('counts who holds a post beneath units on a day, each person once', async () => {
    expect(await countHolders(read(), [society], ['cadre', 'secretary'], '2030-01-01')).toBe(1)
    expect(await countHolders(read(), [society, other], ['cadre'], '2029-06-01')).toBe(1)
    expect(await countHolders(read(), [other], ['cadre'], '2030-01-01')).toBe(0)
  })

  it('lists a task’s assignments by the societies’ codes, within one’s scope, with how many are past their day', async () => {
    const given = [society, other].map((unitId) =>
      openAssignment({ id: id<AssignmentId>(), taskId: task.id, unitId, dueOn: '2030-06-30', now: 5 }),
    )
    await write((db) => insertAssignments(db, given))
    const all = await listAssignmentsOfTask(read(), task.id, association)
    expect(all.map(({ unitId, unitCode }) => [unitId, unitCode])).toEqual([
      [other, 'A-01'],
      [society, 'A-02'],
    ])
    expect(await listAssignmentsOfTask(read(), task.id, society)).toHaveLength(1)
    expect(await findUnitGiven(read(), task.id, society)).toBe(society)
    expect(await findUnitGiven(read(), task.id, office)).toBeUndefined()
    expect(await countAssignments(read(), [task.id], '2030-07-01')).toEqual([
      { taskId: task.id, state: 'assigned', count: 2, overdue: 2 },
    ])
  })

  it('puts chosen assignments off, and does not bring one forward that was put off further', async () => {
    const [first, second] = await listAssignmentsOfTask(read(), task.id, association)
    await write((db) => saveAssignmentsDue(db, [first!.id], '2030-09-30'))
    expect(await write((db) => saveAssignmentsDueOn(db, task.id, '2030-08-31'))).toEqual([second!.id])
    expect((await findAssignment(read(), first!.id))?.dueOn).toBe('2030-09-30')
    expect((await findAssignment(read(), second!.id))?.dueOn).toBe('2030-08-31')
  })

  it('finds no assignment of another task’s by its id', async () => {
    const [first] = await listAssignmentsOfTask(read(), task.id, association)
    expect(await findAssignmentsOfTask(read(), id<TaskId>(), [first!.id])).toEqual([])
    expect(await findAssignmentsOfTask(read(), task.id, [first!.id])).toHaveLength(1)
  })

  it('leaves nothing behind of a dropped draft and a dropped plan', async () => {
    const clause = id<ClauseId>()
    const dropped = planOf(2032, [clause])
    const drafts = [taskOf(dropped.id, [clause]), taskOf(dropped.id, [clause])]
    await write(async (db) => {
      await insertWorkPlan(db, dropped, person)
      for (const draft of drafts) await insertTask(db, draft)
      await deleteTask(db, drafts[0]!.id)
    })
    expect((await listTasks(read(), dropped.id)).map((each) => each.id)).toEqual([drafts[1]!.id])
    await write((db) => deleteWorkPlan(db, dropped.id))
    expect(await findWorkPlan(read(), dropped.id)).toBeUndefined()
    expect(await listTasks(read(), dropped.id)).toEqual([])
    expect(await listClauses(read(), [clause])).toEqual([])
    const links = await read().selectFrom('taskClause').selectAll().where('clauseId', '=', clause).execute()
    expect(links).toEqual([])
  })
})
