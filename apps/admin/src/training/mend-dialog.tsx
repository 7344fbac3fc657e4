import { useState, type ReactNode } from 'react'
import { MendingReason } from '@dangjian/domain/training'
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@dangjian/ui/kit'
import { useUi } from '@dangjian/ui/ui-context'
import { useTexts } from '../app/texts.ts'

/** Mends something of a record: says what will happen and asks why, which the learner will read. */
export function MendDialog(props: {
  title: string
  lead: string
  act: string
  busy: boolean
  trouble: string | null
  onClose: () => void
  onAct: (reason: string) => void
  children?: ReactNode
}) {
  const t = useTexts('learner')
  const { words } = useUi()
  const [reason, setReason] = useState('')
  const given = MendingReason.safeParse(reason)
  return (
    <Modal opened onClose={props.onClose} title={props.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (given.success) props.onAct(given.data)
        }}
      >
        <Stack gap="md">
          <Text>{props.lead}</Text>
          {props.children}
          <Textarea
            label={t('reason')}
            description={t('reasonLead')}
            required
            minLength={2}
            maxLength={300}
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {props.trouble ? (
            <Alert color="red" role="alert">
              {props.trouble}
            </Alert>
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={props.busy}>
              {props.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
