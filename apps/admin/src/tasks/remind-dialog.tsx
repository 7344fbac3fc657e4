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
  const t = useTexts('taskActs')
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [text, setText] = useState('')
  const remind = useMutation(
    useApi().tasks.remindAssignments.mutationOptions({
      onSuccess: async ({ reminded }) => {
        await refreshAssignments()
        notify({ text: t('reminded', { count: reminded }) })
        onDone()
      },
    }),
  )
  return (
    <WordsDialog
      title={t('reminding', { count: chosen.length })}
      lead={t('remindWhat')}
      label={t('remindText')}
      hint={t('remindHint')}
      confirm={t('remind')}
      text={text}
      onText={setText}
      busy={remind.isPending}
      trouble={remind.error ? sayWhy(remind.error) : null}
      onClose={onClose}
      onConfirm={() => remind.mutate({ taskId, assignmentIds: chosen.map(({ id }) => id), text })}
    />
  )
}
