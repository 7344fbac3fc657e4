import { useQuery } from '@tanstack/react-query'
import type { TaskId } from '@dangjian/domain/tasks'
import { isApiError, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { formatInstant } from '@dangjian/ui/date-format'
import { Alert, Button, Group } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { valuesOf, type TaskFormValues } from './task-form-values.ts'

interface TaskConflictProps {
  readonly error: unknown
  readonly taskId: TaskId
  readonly onKeep: (rev: number) => void
  readonly onTake: (values: TaskFormValues) => void
}

/** Somebody else changed the draft first: who and when, and the choice. What was entered is still in the form. */
export function TaskConflict({ error, taskId, onKeep, onTake }: TaskConflictProps) {
  const t = useTexts('tasks')
  const { language } = useLanguage()
  const latest = useQuery({ ...useApi().tasks.showTask.queryOptions({ taskId }), refetchOnMount: 'always' })
  const detail = isApiError(error) ? error.data?.detail : null
  const theirs = latest.isFetching ? null : (latest.data?.task ?? null)
  return (
    <Alert color="red" role="alert">
      {t('form.conflict', { by: String(detail?.by ?? ''), at: formatInstant(Number(detail?.at ?? 0), language) })}
      <Group gap="xs" mt="sm">
        <Button variant="default" disabled={!theirs} onClick={() => theirs && onKeep(theirs.rev)}>
          {t('form.overwrite')}
        </Button>
        <Button variant="default" disabled={!theirs} onClick={() => theirs && onTake(valuesOf(theirs))}>
          {t('form.reload')}
        </Button>
      </Group>
    </Alert>
  )
}
