import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { Textarea } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type ShownAssignment } from './assignment-data.ts'

/** Submits the work, with a word to whoever reviews it. */
export function SubmitDialog({ shown, onClose }: { shown: ShownAssignment; onClose: () => void }) {
  const t = useTexts('assignments')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [text, setText] = useState('')
  const submit = useMutation(
    api.tasks.submitAssignment.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('act.submitted') })
        await refreshAssignments()
        onClose()
      },
    }),
  )
  const { id: assignmentId, rev } = shown.assignment
  return (
    <FormDialog
      title={t('submit.title')}
      lead={t('submit.what', { count: shown.evidence.length })}
      act={t('act.submit')}
      busy={submit.isPending}
      trouble={submit.error ? sayWhy(submit.error) : null}
      onClose={onClose}
      onSubmit={() => submit.mutate({ assignmentId, rev, text })}
    >
      <Textarea
        label={t('submit.text')}
        placeholder={t('submit.hint')}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  )
}
