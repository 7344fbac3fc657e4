import { z } from 'zod'
import { addDays, Instant, LocalDate, UnitId } from '@dangjian/domain/access'
import {
  deskLists,
  DUE_SOON_DAYS,
  isOverdue,
  toDoStates,
  type AssignmentState,
  type DeskCount,
  type PartState,
} from '@dangjian/domain/tasks'
import {
  countAssignments,
  countAssignmentsByDay,
  listAssignments,
  listSubmitted,
  type AssignmentFilter,
} from '@dangjian/db/tasks/assignment-list-store'
import { listPartsBeneath } from '@dangjian/db/tasks/part-store'
import { listPublishedYears } from '@dangjian/db/tasks/work-plan-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import type { Db } from '@dangjian/db/database'
import { notFound, query } from '../trpc.ts'
import { AssignmentRow, assignmentRows } from './assignment-row.ts'
import { PartRow, partRows } from './part-row.ts'
import { listReady } from './ready-assignments.ts'
import { yearOfWork } from './year-of-work.ts'

/** Rows of a kind that stand on the desk itself; the rest is one link away. */
const SHOWN = 6

const Assignments = z.strictObject({ total: z.int(), rows: z.array(AssignmentRow) })
const Parts = z.strictObject({
  total: z.int(),
  rows: z.array(PartRow.extend({ societyName: z.string(), taskTitle: z.string() })),
})

/**
 * What waits for somebody at a unit, what they wait for, and the year month by month. Every number is the length of a
 * list that has an address; something may stand in several of them, such as what was returned and is overdue.
 */
export const showDesk = query({
  permission: 'tasks.show-desk',
  kept: 'report',
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
    /** The work of the year's plan by the month in which it is due: what the panorama counts. */
    year: z.strictObject({
      year: z.int(),
      months: z.array(
        z.strictObject({ month: z.string(), due: z.int(), closed: z.int(), submitted: z.int(), overdue: z.int() }),
      ),
    }),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    const beneath = unit.id
    const lists = deskLists(today)
    const list = (filter: Omit<AssignmentFilter, 'beneath'>) => assignmentsOf(db, { beneath, ...filter }, today)
    const count = async (key: DeskCount) => {
      const { state, overdue, ready, ...due } = lists[key]
      return list({
        ...due,
        states: state && [state],
        overdueOn: overdue && today,
        ids: ready && (await listReady(db, beneath, today)),
      })
    }
    const review = await listSubmitted(db, beneath, { limit: SHOWN })
    return {
      toReview: {
        total: review.total,
        rows: await assignmentRows(db, review.rows, today),
        oldestAt: review.rows[0]?.stateAt ?? null,
      },
      toAccept: await count('toAccept'),
      returned: await count('returned'),
      overdue: await count('overdue'),
      dueSoon: await count('dueSoon'),
      ready: await count('ready'),
      submitted: await count('submitted'),
      next: await list({ states: toDoStates, dueFrom: addDays(today, DUE_SOON_DAYS + 1) }),
      partsToDo: await partsOf(db, beneath, ['given', 'returned']),
      partsToConfirm: await partsOf(db, beneath, ['done']),
      year: await yearOf(db, beneath, today),
    }
  },
})

async function assignmentsOf(db: Db, filter: AssignmentFilter, today: LocalDate) {
  const rows = await listAssignments(db, filter, { limit: SHOWN })
  const total = rows.length < SHOWN ? rows.length : await countAssignments(db, filter)
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

/** The months of the year's work: the twelve, and those of another year in which some of it is due. */
async function yearOf(db: Db, beneath: UnitId, today: LocalDate) {
  const year = yearOfWork(await listPublishedYears(db), today)
  const counted = await countAssignmentsByDay(db, { beneath, year })
  const twelve = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  const months = [...new Set([...twelve, ...counted.map(({ dueOn }) => dueOn.slice(0, 7))])].toSorted()
  return {
    year,
    months: months.map((month) => {
      const own = counted.filter(({ dueOn }) => dueOn.startsWith(month))
      const sum = (rows: typeof own): number => rows.reduce((all, { count }) => all + count, 0)
      const inState = (state: AssignmentState): number => sum(own.filter((row) => row.state === state))
      return {
        month,
        due: sum(own),
        closed: inState('closed'),
        submitted: inState('submitted'),
        overdue: sum(own.filter((row) => isOverdue(row, today))),
      }
    }),
  }
}
