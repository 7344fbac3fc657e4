import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { taskStateWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { LoadingFace } from '@dangjian/ui/faces'
import { Alert, Anchor } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { ClauseQuote } from './clause-quote.tsx'
import { taskTone } from './plan-data.ts'
import { TaskActs } from './task-acts.tsx'
import { TaskFacts } from './task-facts.tsx'
import { TaskSocieties } from './task-societies.tsx'
import classes from './task-page.module.css'

const route = getRouteApi('/inside/tasks/tasks/$taskId')

/** One task: the words it answers on top, then who, when and what counts as done, then the societies. */
export function TaskPage() {
  const t = useTexts('tasks')
  const frame = useTexts('frame')
  const word = useWord()
  const api = useApi()
  const may = useMay()
  const { taskId } = route.useParams()
  const search = route.useSearch()
  const shown = useQuery(api.tasks.showTask.queryOptions({ taskId }))
  if (shown.isPending) return <LoadingFace shape="page" />
  if (shown.error) return <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} />
  const { task, course, plan, clauses, standing } = shown.data
  const planner = may('tasks.publish-work-plan')
  return (
    <>
      <PageHeading
        title={task.title}
        suffix={frame('product')}
        note={t('page.note', { year: plan.year })}
        trail={
          may('tasks.show-work-plan') ? (
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  to="/tasks/plans/$planId"
                  params={{ planId: plan.id }}
                  search={{ at: task.clauseIds[0] }}
                  {...props}
                />
              )}
            >
              {plan.title}
            </Anchor>
          ) : null
        }
        state={<StateBadge tone={taskTone[task.state]}>{word(taskStateWords, task.state)}</StateBadge>}
        others={planner ? <TaskActs shown={shown.data} /> : null}
      />
      <div className={classes.words}>
        <ClauseQuote clauses={clauses} />
      </div>
      <TaskFacts task={task} course={course} />
      {task.state === 'draft' ? (
        <Alert color="gray">
          {t('page.draft')}{' '}
          <Anchor renderRoot={(props) => <Link to="/tasks/plans/$planId" params={{ planId: plan.id }} {...props} />}>
            {t('page.toPlan')}
          </Anchor>
        </Alert>
      ) : (
        <TaskSocieties
          task={task}
          standing={standing}
          search={search}
          planner={planner && task.state === 'published'}
        />
      )}
    </>
  )
}
