import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords, type AssignmentId } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'
import type { ShownTask } from './plan-data.ts'
import { WordsDialog } from './words-dialog.tsx'

interface WithdrawDialogProps {
  readonly shown: Pick<ShownTask, 'task' | 'standing'>
  /** The societies that lose the task; null for all of them. */
  readonly chosen: readonly { readonly id: AssignmentId }[] | null
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** Takes a task back, from some or from all, after saying from how many. */
export function WithdrawDialog({ shown, chosen, onClose, onDone }: WithdrawDialogProps) {
  const t = useTexts('taskActs')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [text, setText] = useState('')
  const { task, standing } = shown
  const outcome = {
    onSuccess: async ({ withdrawn }: { withdrawn: number }) => {
      await refreshAssignments()
      notify({ text: t('withdrawn', { count: withdrawn }) })
      ;(onDone ?? onClose)()
    },
  }
  const all = useMutation(api.tasks.withdrawTask.mutationOptions(outcome))
  const some = useMutation(api.tasks.withdrawAssignments.mutationOptions(outcome))
  const error = all.error ?? some.error
  const open = standing
    .filter(({ state }) => state !== 'closed' && state !== 'withdrawn')
    .reduce((sum, { count }) => sum + count, 0)
  return (
    <WordsDialog
      title={chosen ? t('withdrawing', { count: chosen.length }) : t('withdrawingAll')}
      lead={
        chosen ? t('withdrawWhat', { title: task.title }) : t('withdrawAllWhat', { title: task.title, count: open })
      }
      label={t('why')}
      confirm={t(chosen ? 'withdraw' : 'withdrawAll')}
      text={text}
      onText={setText}
      busy={all.isPending || some.isPending}
      trouble={error ? sayWhy(error) : null}
      onClose={onClose}
      onConfirm={() =>
        chosen
          ? some.mutate({ taskId: task.id, assignmentIds: chosen.map(({ id }) => id), text })
          : all.mutate({ taskId: task.id, rev: task.rev, text })
      }
    />
  )
}
