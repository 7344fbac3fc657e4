import { Link } from '@tanstack/react-router'
import { taskStateWords, type WorkPlanId } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { Anchor } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { progressOf, type PlanTask } from './plan-data.ts'
import classes from './plan.module.css'

interface TaskLinkProps {
  readonly workPlanId: WorkPlanId
  readonly task: PlanTask
  readonly tabIndex: number
  readonly editable: boolean
}

/** A task in one line with how far it is: a draft leads to its form, what has gone out to its page. */
export function TaskLink({ workPlanId, task, tabIndex, editable }: TaskLinkProps) {
  const t = useTexts('tasks')
  const word = useWord()
  const { closed, total, overdue } = progressOf(task)
  const drafted = task.state === 'draft' && editable
  return (
    <span className={classes.task}>
      <Anchor
        size="xs"
        underline="always"
        tabIndex={tabIndex}
        title={task.title}
        renderRoot={(props) =>
          drafted ? (
            <Link to="/tasks/plans/$planId/tasks/$taskId" params={{ planId: workPlanId, taskId: task.id }} {...props} />
          ) : (
            <Link to="/tasks/tasks/$taskId" params={{ taskId: task.id }} {...props} />
          )
        }
      >
        {task.title}
      </Anchor>
      <span className={classes.taskNote} data-overdue={overdue > 0 || undefined}>
        {task.state === 'draft' ? word(taskStateWords, 'draft') : `${closed}/${total}`}
        {overdue > 0 ? ` · ${t('list.overdueCount', { n: overdue })}` : ''}
      </span>
    </span>
  )
}
