import type { LocalDate } from '@dangjian/domain/access'
import { toDoStates } from '@dangjian/domain/tasks'
import type { ExpressionBuilder } from 'kysely'
import type { Database } from '../database.ts'

type Assignments = ExpressionBuilder<Database, 'assignment'>

/** The domain's `isToDo` as an expression. */
export function isToDo(eb: Assignments) {
  return eb('assignment.state', 'in', toDoStates)
}

/** The domain's `isOverdue` as an expression. */
export function isOverdue(today: LocalDate) {
  return (eb: Assignments) => eb.and([eb('assignment.dueOn', '<', today), isToDo(eb)])
}

/** How many are overdue. */
export function countOverdue(today: LocalDate) {
  return (eb: Assignments) =>
    eb.fn.sum<number>(eb.case().when(isOverdue(today)(eb)).then(1).else(0).end()).as('overdue')
}

/** A year's work: of published tasks of the year's published plan, and not withdrawn. Desk, list and panorama count it. */
export function isWorkOfYear(year: number) {
  return (eb: ExpressionBuilder<Database, 'assignment' | 'task'>) =>
    eb.and([
      eb('assignment.state', '!=', 'withdrawn'),
      eb('task.state', '=', 'published'),
      eb(
        'task.workPlanId',
        'in',
        eb.selectFrom('workPlan').select('workPlan.id').where('state', '=', 'published').where('year', '=', year),
      ),
    ])
}
