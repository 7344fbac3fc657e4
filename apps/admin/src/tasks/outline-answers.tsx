import { Link } from '@tanstack/react-router'
import type { ClauseId, WorkPlanId } from '@dangjian/domain/tasks'
import { IconPlus } from '@dangjian/ui/icons'
import { Anchor } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { TaskLink } from './task-link.tsx'
import type { PlanTask } from './plan-data.ts'
import classes from './plan.module.css'

interface OutlineAnswersProps {
  readonly workPlanId: WorkPlanId
  readonly clauseId: ClauseId
  readonly text: string
  readonly tasks: readonly PlanTask[]
  /** Only the links of the row in focus stand in the tab order. */
  readonly reachable: boolean
  readonly editable: boolean
}

/** Which tasks answer a clause; where none does, that is plain to see, with the way to make one. */
export function OutlineAnswers({ workPlanId, clauseId, text, tasks, reachable, editable }: OutlineAnswersProps) {
  const t = useTexts('plans')
  const tabIndex = reachable ? 0 : -1
  return (
    <div className={classes.answers}>
      {tasks.length === 0 ? <span className={classes.noTask}>{t('editor.noTask')}</span> : null}
      {tasks.map((task) => (
        <TaskLink key={task.id} workPlanId={workPlanId} task={task} tabIndex={tabIndex} editable={editable} />
      ))}
      {editable ? (
        <Anchor
          size="xs"
          className={(tasks.length > 0 ? classes.makeAnother : classes.makeTask) ?? ''}
          title={t('editor.makeTask')}
          aria-label={t('editor.makeTaskFor', { text: text.slice(0, 30) })}
          tabIndex={tabIndex}
          renderRoot={(props) => (
            <Link
              to="/tasks/plans/$planId/tasks/new"
              params={{ planId: workPlanId }}
              search={{ clause: clauseId }}
              {...props}
            />
          )}
        >
          <IconPlus size={14} aria-hidden /> {tasks.length > 0 ? null : t('editor.makeTask')}
        </Anchor>
      ) : null}
    </div>
  )
}
