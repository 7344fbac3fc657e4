import { Link } from '@tanstack/react-router'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { assignmentStateWords, type AssignmentState, type TaskId } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { Anchor } from '@dangjian/ui/kit'
import { SegmentBar } from '@dangjian/ui/segment-bar'
import { useTexts } from '../app/texts.ts'
import { assignmentTone } from './assignment-state.tsx'
import type { ShownTask } from './plan-data.ts'
import type { TaskSearch } from './plan-search.ts'
import classes from './task-page.module.css'

const states = [
  'assigned',
  'accepted',
  'returned',
  'submitted',
  'closed',
  'withdrawn',
] as const satisfies AssignmentState[]

interface TaskStandingProps {
  readonly taskId: TaskId
  readonly standing: ShownTask['standing']
  readonly search: TaskSearch
}

/** A bar of all by state, and one for each category; every figure is the way to what it counts. */
export function TaskStanding({ taskId, standing, search }: TaskStandingProps) {
  const t = useTexts('tasks')
  const word = useWord()
  const segmentsOf = (rows: ShownTask['standing']) =>
    states
      .map((state) => ({
        key: state,
        label: word(assignmentStateWords, state),
        value: sum(rows.filter((row) => row.state === state)),
        tone: assignmentTone[state],
      }))
      .filter(({ key, value }) => key !== 'withdrawn' || value > 0)
  const overdue = standing.reduce((all, row) => all + row.overdue, 0)
  const categories = SocietyCategory.options.filter((category) => standing.some((row) => row.category === category))
  const way = (to: TaskSearch) => (props: object) => (
    <Link to="/tasks/tasks/$taskId" params={{ taskId }} search={to} replace resetScroll={false} {...props} />
  )
  return (
    <div className={classes.standing}>
      <SegmentBar
        label={t('list.byState')}
        segments={segmentsOf(standing)}
        renderItem={({ key }, words) => (
          <Anchor
            c="inherit"
            size="sm"
            aria-current={search.state === key ? 'true' : undefined}
            renderRoot={way({ ...search, state: key as AssignmentState })}
          >
            {words}
          </Anchor>
        )}
      />
      {overdue > 0 ? (
        <Anchor size="sm" c="var(--tone-bad-text)" renderRoot={way({ overdue: true })}>
          {t('list.overdueCount', { n: overdue })}
        </Anchor>
      ) : null}
      {categories.length > 1 ? (
        <ul className={classes.categories} aria-label={t('list.byCategory')}>
          {categories.map((category) => {
            const own = standing.filter((row) => row.category === category)
            return (
              <li key={category}>
                <Anchor
                  size="sm"
                  aria-current={search.category === category ? 'true' : undefined}
                  renderRoot={way({ ...search, category })}
                >
                  {word(societyCategoryWords, category)} <span className="tabular">{sum(own)}</span>
                </Anchor>
                <SegmentBar bare label={word(societyCategoryWords, category)} segments={segmentsOf(own)} />
              </li>
            )
          })}
        </ul>
      ) : null}
    </div>
  )
}

function sum(rows: ShownTask['standing']): number {
  return rows.reduce((all, { count }) => all + count, 0)
}
