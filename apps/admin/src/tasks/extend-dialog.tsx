import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '@dangjian/domain/access'
import { tasksRefusalWords, type AssignmentId } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'
import type { ShownTask } from './plan-data.ts'
import { WordsDialog } from './words-dialog.tsx'

interface ExtendDialogProps {
  readonly task: ShownTask['task']
  /** The societies put off; null for all of the task. */
  readonly chosen: readonly { readonly id: AssignmentId; readonly dueOn: string }[] | null
  readonly onClose: () => void
  readonly onDone?: () => void
}

const A_WEEK = 7

/** Puts a task, or some of its societies, off to a later day. */
export function ExtendDialog({ task, chosen, onClose, onDone }: ExtendDialogProps) {
  const t = useTexts('taskActs')
  const form = useTexts('tasks')
  const api = useApi()
  const today = useToday()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const latest = chosen
    ? chosen
        .map(({ dueOn }) => dueOn)
        .toSorted()
        .at(-1)
    : task.dueOn
  const from = addDays(latest && latest > today ? latest : today, 1)
  const [dueOn, setDueOn] = useState<string | null>(addDays(from, A_WEEK - 1))
  const [text, setText] = useState('')
  const outcome = {
    onSuccess: async ({ extended }: { extended: number }) => {
      await refreshAssignments()
      notify({ text: t('extended', { count: extended }) })
      ;(onDone ?? onClose)()
    },
  }
  const all = useMutation(api.tasks.extendTask.mutationOptions(outcome))
  const some = useMutation(api.tasks.extendAssignments.mutationOptions(outcome))
  const error = all.error ?? some.error
  const extend = () => {
    if (dueOn === null) return
    if (chosen) some.mutate({ taskId: task.id, assignmentIds: chosen.map(({ id }) => id), dueOn, text })
    else all.mutate({ taskId: task.id, rev: task.rev, dueOn, text })
  }
  return (
    <WordsDialog
      title={chosen ? t('extending', { count: chosen.length }) : t('extendingAll')}
      lead={t(chosen ? 'extendWhat' : 'extendAllWhat')}
      label={t('why')}
      confirm={t('extendAll')}
      text={text}
      onText={setText}
      busy={all.isPending || some.isPending}
      trouble={error ? sayWhy(error) : null}
      onClose={onClose}
      onConfirm={extend}
    >
      <DateField
        label={t('newDue')}
        minDate={from}
        value={dueOn}
        onChange={setDueOn}
        error={dueOn === null ? form('form.missing.due') : null}
      />
    </WordsDialog>
  )
}
