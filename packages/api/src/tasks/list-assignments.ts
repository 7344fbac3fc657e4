import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { SocietyCategory } from '@dangjian/domain/organisation'
import { AssignmentId, AssignmentState, isOverdue, TaskId, TaskKind, toDoStates } from '@dangjian/domain/tasks'
import {
  countAssignmentsByDay,
  countToDoOfOtherYears,
  listAssignments as list,
} from '@dangjian/db/tasks/assignment-list-store'
import { listPublishedYears } from '@dangjian/db/tasks/work-plan-store'
import { cursorOf } from '../cursor.ts'
import { query } from '../trpc.ts'
import { AssignmentRow, assignmentRows } from './assignment-row.ts'
import { listReady } from './ready-assignments.ts'
import { yearOfWork } from './year-of-work.ts'

/** Neither closed nor withdrawn. */
const STANDING: readonly AssignmentState[] = [...toDoStates, 'submitted']
const Place = z.tuple([LocalDate, AssignmentId]).transform(([dueOn, id]) => ({ dueOn, id }))

/** What is asked of the societies at or beneath a unit, by what is due first, with how it stands. */
export const listAssignments = query({
  permission: 'tasks.list-assignments',
  kept: 'page',
  input: z.strictObject({
    unitId: UnitId,
    taskId: TaskId.optional(),
    state: AssignmentState.optional(),
    /** Leaves out what is closed or withdrawn, where no state is asked for. */
    standing: z.boolean().default(false),
    overdue: z.boolean().default(false),
    /** Only what the society could submit as it is. */
    ready: z.boolean().default(false),
    /** Only the work of this year's plan; `shown`: of the one that the desk shows. */
    year: z.union([z.int().min(2000).max(2100), z.literal('shown')]).optional(),
    kind: TaskKind.optional(),
    category: SocietyCategory.optional(),
    dueFrom: LocalDate.optional(),
    dueTo: LocalDate.optional(),
    search: z.string().trim().max(100).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.strictObject({
    rows: z.array(AssignmentRow),
    nextCursor: z.string().nullable(),
    total: z.int(),
    /** Under the same filters, whatever the state. */
    counts: z.record(AssignmentState, z.int()),
    overdue: z.int(),
    /** Of which year's plan they are; null where of any. */
    year: z.int().nullable(),
    /** Still to be done, of other years' plans. */
    otherYears: z.int(),
    /** The years with a published plan, the latest first. */
    years: z.array(z.int()),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { unitId, state, standing, overdue, ready, year: asked, cursor, limit, ...rest } = input
    const years = await listPublishedYears(db)
    const year = asked === 'shown' ? yearOfWork(years, today) : asked
    const filter = { beneath: unitId, ...rest, year, ids: ready ? await listReady(db, unitId, today) : undefined }
    const states = state ? [state] : standing ? STANDING : undefined
    const rows = await list(
      db,
      { ...filter, states, overdueOn: overdue ? today : undefined },
      { cursor: cursorOf(cursor, Place), limit },
    )
    const byDay = await countAssignmentsByDay(db, filter)
    const sum = (counted: typeof byDay): number => counted.reduce((all, { count }) => all + count, 0)
    const last = rows.at(-1)
    return {
      rows: await assignmentRows(db, rows, today),
      nextCursor: last && rows.length === limit ? JSON.stringify([last.dueOn, last.id]) : null,
      total: sum(
        byDay.filter((counted) => (states?.includes(counted.state) ?? true) && (!overdue || isOverdue(counted, today))),
      ),
      counts: Object.fromEntries(
        AssignmentState.options.map((each) => [each, sum(byDay.filter((counted) => counted.state === each))]),
      ) as Record<AssignmentState, number>,
      overdue: sum(byDay.filter((counted) => isOverdue(counted, today))),
      year: year ?? null,
      otherYears: year === undefined ? 0 : await countToDoOfOtherYears(db, unitId, year),
      years,
    }
  },
})
