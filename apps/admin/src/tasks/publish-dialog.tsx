import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clausesOf, tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { DateText } from '@dangjian/ui/date-text'
import { LoadingFace } from '@dangjian/ui/faces'
import { Alert, Anchor, Button, Group, Modal, Stack, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'
import { focusHeading } from './focus-heading.ts'
import { tasksByClause, type Publication, type ShownPlan } from './plan-data.ts'
import plan from './plan.module.css'
import classes from './publish-dialog.module.css'

/** Says which tasks go to how many societies before they do, and what holds some back. */
export function PublishDialog({ shown, onClose }: { shown: ShownPlan; onClose: () => void }) {
  const t = useTexts('plans')
  const { words } = useLanguage()
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const { id: workPlanId, rev } = shown.plan
  const preview = useQuery({ ...api.tasks.previewPublication.queryOptions({ workPlanId }), staleTime: 0, gcTime: 0 })
  const publish = useMutation(
    api.tasks.publishWorkPlan.mutationOptions({
      onSuccess: async (done) => {
        await refreshAssignments()
        notify({ text: t('publish.done', done) })
        onClose()
        focusHeading()
      },
      // What has changed meanwhile is shown; nothing went out.
      onError: () => void Promise.all([preview.refetch(), refreshAssignments()]),
    }),
  )
  const held = preview.data?.tasks.some(({ refusal }) => refusal !== null) ?? false
  return (
    <Modal opened onClose={onClose} title={t('publish.title')} size="lg">
      <Stack gap="md" data-autofocus tabIndex={-1} style={{ outline: 'none' }}>
        {preview.isPending ? <LoadingFace shape="lines" /> : null}
        {preview.error ? <TroubleFace error={preview.error} onRetry={() => void preview.refetch()} /> : null}
        {publish.error ? (
          <Alert color="red" role="alert">
            {sayWhy(publish.error)}
          </Alert>
        ) : null}
        {preview.data ? <Told shown={shown} publication={preview.data} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          {preview.data && !held && preview.data.tasks.length > 0 ? (
            <Button
              loading={publish.isPending}
              onClick={() =>
                publish.mutate({
                  workPlanId,
                  rev,
                  tasks: preview.data.tasks.map((task) => ({ taskId: task.taskId, rev: task.rev })),
                })
              }
            >
              {t('publish.act')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  )
}

function Told({ shown, publication }: { shown: ShownPlan; publication: Publication }) {
  const t = useTexts('plans')
  const frame = useTexts('frame')
  const word = useWord()
  const { id: planId, outline } = shown.plan
  const { tasks, societies, assignments } = publication
  const held = tasks.filter(({ refusal }) => refusal !== null)
  const trained = tasks.filter(({ people }) => people !== null)
  const tasksOf = tasksByClause(shown.tasks)
  const unanswered = clausesOf(outline).filter(({ id }) => !tasksOf.has(id)).length
  return (
    <>
      {held.length > 0 ? (
        <div className={plan.told} data-doubtful>
          <b>{t('publish.held')}</b>
          <ul className={plan.doubtList}>
            {held.map(({ taskId, title, refusal, dueOn }) => (
              <li key={taskId}>
                {refusal === 'task-due-in-past'
                  ? frame('pair', { first: title, second: word(tasksRefusalWords, refusal, { date: dueOn }) })
                  : refusal && word(tasksRefusalWords, refusal, { title, date: dueOn })}{' '}
                <Anchor
                  renderRoot={(props) => (
                    <Link to="/tasks/plans/$planId/tasks/$taskId" params={{ planId, taskId }} {...props} />
                  )}
                >
                  {t('publish.change')}
                </Anchor>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <Text>{t('publish.what', { tasks: tasks.length, societies, assignments })}</Text>
      )}
      {trained.length > 0 ? (
        <Text size="sm">
          {t('publish.people', {
            tasks: trained.length,
            people: trained.reduce((sum, { people }) => sum + (people ?? 0), 0),
          })}
        </Text>
      ) : null}
      {unanswered > 0 ? (
        <Text size="sm" c="dimmed">
          {t('publish.unanswered', { n: unanswered })}
        </Text>
      ) : null}
      <ul className={classes.publication} aria-label={t('publish.list')} tabIndex={0}>
        {tasks.map((task) => (
          <li key={task.taskId}>
            <details>
              <summary>
                <b>{task.title}</b>
                <span>
                  {t('publish.societies', { n: task.societies.length })}
                  {task.people === null ? '' : ` · ${t('publish.learners', { n: task.people })}`} · {t('publish.due')}{' '}
                  <DateText date={task.dueOn} due />
                </span>
              </summary>
              <p>{task.societies.map(({ name }) => name).join('、')}</p>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
