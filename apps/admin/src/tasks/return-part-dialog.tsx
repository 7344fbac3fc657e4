import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import { Button, Group, Modal, Stack } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type PartRow } from './assignment-data.ts'
import { ReasonField } from './reason-field.tsx'

/** Gives a part back to its unit with what to mend. */
export function ReturnPartDialog({ part, onClose }: { part: PartRow; onClose: () => void }) {
  const t = useTexts('parts')
  const { words } = useLanguage()
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
    <Modal opened onClose={onClose} title={t('returnTitle', { title: part.title })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          giveBack.mutate({ partId: part.id, reason })
        }}
      >
        <Stack gap="md">
          <ReasonField
            of="part"
            value={reason}
            onChange={setReason}
            error={giveBack.error ? sayWhy(giveBack.error) : null}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={giveBack.isPending}>
              {t('return')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
