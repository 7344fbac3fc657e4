import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords, type AssignmentId, type TaskId } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'
import { WordsDialog } from './words-dialog.tsx'

interface RemindDialogProps {
  readonly taskId: TaskId
  readonly chosen: readonly { readonly id: AssignmentId }[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Reminds societies, in words of one's own if one likes. */
export function RemindDialog({ taskId, chosen, onClose, onDone }: RemindDialogProps) {
  const t = useTexts('tasks')
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [text, setText] = useState('')
  const remind = useMutation(
    useApi().tasks.remindAssignments.mutationOptions({
      onSuccess: async ({ reminded }) => {
        await refreshAssignments()
        notify({ text: t('act.reminded', { n: reminded }) })
        onDone()
      },
    }),
  )
  return (
    <WordsDialog
      title={t('act.reminding', { n: chosen.length })}
      lead={t('act.remindWhat')}
      label={t('act.remindText')}
      hint={t('act.remindHint')}
      confirm={t('act.remind')}
      text={text}
      onText={setText}
      busy={remind.isPending}
      trouble={remind.error ? sayWhy(remind.error) : null}
      onClose={onClose}
      onConfirm={() => remind.mutate({ taskId, assignmentIds: chosen.map(({ id }) => id), text })}
    />
  )
}
