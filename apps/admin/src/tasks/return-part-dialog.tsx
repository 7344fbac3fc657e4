import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type PartRow } from './assignment-data.ts'
import { ReasonField } from './reason-field.tsx'

/** Gives a part back to its unit with what to mend. */
export function ReturnPartDialog({ part, onClose }: { part: PartRow; onClose: () => void }) {
  const t = useTexts('parts')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [reason, setReason] = useState('')
  const giveBack = useMutation(
    api.tasks.returnPart.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('returned', { unit: part.unitName }), tone: 'neutral' })
        await refreshAssignments()
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      title={t('returnTitle', { title: part.title })}
      act={t('return')}
      busy={giveBack.isPending}
      onClose={onClose}
      onSubmit={() => giveBack.mutate({ partId: part.id, reason })}
    >
      <ReasonField
        of="part"
        value={reason}
        onChange={setReason}
        error={giveBack.error ? sayWhy(giveBack.error) : null}
      />
    </FormDialog>
  )
}
