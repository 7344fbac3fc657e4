import { z } from 'zod'
import { addDays, Instant, LocalDate, UnitId } from '@dangjian/domain/access'
import {
  AssignmentId,
  canSubmitAssignment,
  isOverdue,
  type AssignmentState,
  type PartState,
} from '@dangjian/domain/tasks'
import {
  countAssignmentsByDay,
  listAssignments,
  listSubmitted,
  type AssignmentFilter,
} from '@dangjian/db/tasks/assignment-list-store'
import { listPartsBeneath } from '@dangjian/db/tasks/part-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import type { Db } from '@dangjian/db/database'
import { notFound, query } from '../trpc.ts'
import { AssignmentRow, assignmentRows } from './assignment-row.ts'
import { PartRow, partRows } from './part-row.ts'
import { findSubmissionFacts } from './submission-facts.ts'

/** Rows of a kind that stand on the desk itself; the rest is one link away. */
const SHOWN = 6
/** What is due within so many days stands on the desk. */
const SOON_DAYS = 7

const Assignments = z.strictObject({ total: z.int(), rows: z.array(AssignmentRow) })
const Parts = z.strictObject({
  total: z.int(),
  rows: z.array(PartRow.extend({ societyName: z.string(), taskTitle: z.string() })),
})

/** What waits for somebody at a unit, what they wait for, and the year month by month. */
export const showDesk = query({
  permission: 'tasks.show-desk',
  input: z.strictObject({ unitId: UnitId }),
  output: z.strictObject({
    /** Submitted by societies beneath, to be reviewed. */
    toReview: Assignments.extend({ oldestAt: Instant.nullable() }),
    /** Of the unit and those beneath it. */
    toAccept: Assignments,
    returned: Assignments,
    overdue: Assignments,
    dueSoon: Assignments,
    /** Complete: can be submitted as it is. */
    ready: Assignments,
    submitted: Assignments,
    next: Assignments,
    partsToDo: Parts,
    partsToConfirm: Parts,
    months: z.array(
      z.strictObject({ month: z.string(), due: z.int(), closed: z.int(), submitted: z.int(), overdue: z.int() }),
    ),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    const beneath = unit.id
    const soon = addDays(today, SOON_DAYS)
    const list = (filter: Omit<AssignmentFilter, 'beneath'>) => assignmentsOf(db, { beneath, ...filter }, today)
    const ready = unit.kind === 'society' ? await findReady(db, beneath, today) : []
    const without = (group: Awaited<ReturnType<typeof list>>) => {
      const rows = group.rows.filter(({ id }) => !ready.some((each) => each.id === id))
      return { total: group.total - (group.rows.length - rows.length), rows: rows.slice(0, SHOWN) }
    }
    const review = await listSubmitted(db, beneath, { limit: SHOWN })
    return {
      toReview: {
        total: review.total,
        rows: await assignmentRows(db, review.rows, today),
        oldestAt: review.rows[0]?.stateAt ?? null,
      },
      toAccept: await list({ states: ['assigned'] }),
      returned: await list({ states: ['returned'] }),
      overdue: without(await list({ states: ['accepted'], overdueOn: today })),
      dueSoon: without(await list({ states: ['accepted'], dueFrom: today, dueTo: soon })),
      ready: { total: ready.length, rows: ready.slice(0, SHOWN) },
      submitted: await list({ states: ['submitted'] }),
      next: await list({ states: ['assigned', 'accepted', 'returned'], dueFrom: addDays(soon, 1) }),
      partsToDo: await partsOf(db, beneath, ['given', 'returned']),
      partsToConfirm: await partsOf(db, beneath, ['done']),
      months: await monthsOf(db, beneath, today),
    }
  },
})

async function assignmentsOf(db: Db, filter: AssignmentFilter, today: LocalDate) {
  const { rows, total } = await listAssignments(db, filter, { limit: SHOWN })
  return { total, rows: await assignmentRows(db, rows, today) }
}

async function partsOf(db: Db, beneath: UnitId, states: readonly PartState[]) {
  const { rows, total } = await listPartsBeneath(db, { beneath, states, limit: SHOWN })
  const shown = await partRows(db, rows)
  return {
    total,
    rows: rows.map(({ societyName, taskTitle }, index) => ({ ...shown[index]!, societyName, taskTitle })),
  }
}

/** Work in progress against whose submission nothing stands, where there was something to bring. */
async function findReady(db: Db, societyId: UnitId, today: LocalDate): Promise<AssignmentRow[]> {
  const { rows } = await listAssignments(db, { beneath: societyId, states: ['accepted'] }, { limit: 200 })
  const ready: AssignmentId[] = []
  for (const assignment of rows) {
    const task = await findTask(db, assignment.taskId)
    if (!task || (task.evidence.length === 0 && !task.training)) continue
    if (canSubmitAssignment(assignment, await findSubmissionFacts(db, assignment, task, today)).ok) {
      ready.push(assignment.id)
    }
  }
  return assignmentRows(
    db,
    rows.filter(({ id }) => ready.includes(id)),
    today,
  )
}

/** The calendar year's twelve months: what is due in each, and how much of it is done. */
async function monthsOf(db: Db, beneath: UnitId, today: LocalDate) {
  const year = today.slice(0, 4)
  const counted = await countAssignmentsByDay(db, { beneath, dueFrom: `${year}-01-01`, dueTo: `${year}-12-31` })
  const standing = counted.filter(({ state }) => state !== 'withdrawn')
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const own = standing.filter(({ dueOn }) => dueOn.startsWith(month))
    const sum = (rows: typeof own): number => rows.reduce((all, { count }) => all + count, 0)
    const inState = (state: AssignmentState): number => sum(own.filter((row) => row.state === state))
    return {
      month,
      due: sum(own),
      closed: inState('closed'),
      submitted: inState('submitted'),
      overdue: sum(own.filter((row) => isOverdue(row, today))),
    }
  })
}
