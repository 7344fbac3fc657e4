import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { clausesOf, namedDay } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { NotFoundPage, TroubleFace } from '@dangjian/door/page-faces'
import { useToday } from '@dangjian/ui/date-text'
import { LoadingFace } from '@dangjian/ui/faces'
import { Alert, Anchor } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import { DropTask } from './drop-task.tsx'
import type { ShownPlan } from './plan-data.ts'
import { TaskForm } from './task-form.tsx'
import { emptyTask, valuesOf } from './task-form-values.ts'

const newRoute = getRouteApi('/inside/tasks/plans/$planId/tasks/new')
const changeRoute = getRouteApi('/inside/tasks/plans/$planId/tasks/$taskId')

/** A new task, beginning with the clause from which one came. */
export function NewTaskPage() {
  const { planId } = newRoute.useParams()
  const { clause } = newRoute.useSearch()
  const today = useToday()
  const shown = useShownPlan(planId)
  const t = useTexts('tasks')
  if (!shown.data) return <Waiting {...shown} />
  const { plan } = shown.data
  const answered = clausesOf(plan.outline).find(({ id }) => id === clause)
  const named = answered ? namedDay(answered.text, plan.year) : null
  return (
    <>
      <Heading plan={plan} title={t('form.new')} />
      <TaskForm
        plan={plan}
        task={null}
        initial={emptyTask(answered ? [answered.id] : [], named !== null && named >= today ? named : null)}
      />
    </>
  )
}

/** A draft, changed until it goes out. */
export function ChangeTaskPage() {
  const { planId, taskId } = changeRoute.useParams()
  const t = useTexts('tasks')
  const shown = useShownPlan(planId)
  if (!shown.data) return <Waiting {...shown} />
  const { plan, tasks } = shown.data
  const task = tasks.find(({ id }) => id === taskId)
  if (!task) return <NotFoundPage />
  return (
    <>
      <Heading
        plan={plan}
        title={t('form.change')}
        others={task.state === 'draft' ? <DropTask plan={plan} task={task} /> : null}
      />
      {task.state === 'draft' ? (
        <TaskForm key={task.id} plan={plan} task={{ id: task.id, rev: task.rev }} initial={valuesOf(task)} />
      ) : (
        <Alert color="gray">
          {t('form.given')}{' '}
          <Anchor renderRoot={(props) => <Link to="/tasks/tasks/$taskId" params={{ taskId: task.id }} {...props} />}>
            {t('form.toTask')}
          </Anchor>
        </Alert>
      )}
    </>
  )
}

function useShownPlan(workPlanId: string) {
  return useQuery(useApi().tasks.showWorkPlan.queryOptions({ workPlanId }))
}

function Waiting({ error, refetch }: Pick<ReturnType<typeof useShownPlan>, 'error' | 'refetch'>) {
  return error ? <TroubleFace error={error} onRetry={() => void refetch()} /> : <LoadingFace shape="page" />
}

function Heading({ plan, title, others }: { plan: ShownPlan['plan']; title: string; others?: React.ReactNode }) {
  const t = useTexts('tasks')
  const frame = useTexts('frame')
  return (
    <PageHeading
      title={title}
      suffix={frame('product')}
      note={t('form.note')}
      others={others}
      trail={
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/tasks/plans/$planId" params={{ planId: plan.id }} {...props} />}
        >
          {plan.title}
        </Anchor>
      }
    />
  )
}
