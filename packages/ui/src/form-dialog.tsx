import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { Modal } from './modal.tsx'
import { ReasonedButton } from './reasoned-button.tsx'
import { useUi } from './ui-context.tsx'

export interface FormDialogProps {
  readonly title: string
  /** What will happen, and to how many. */
  readonly lead?: ReactNode
  /** The act itself, on its button, never `确定`. */
  readonly act: string
  readonly busy?: boolean
  /** Why it did not work: stands on top, and the dialog stays open. */
  readonly trouble?: string | null
  /** Why it may not be done now, known before it is sent. */
  readonly reason?: string | null
  readonly size?: string
  readonly onClose: () => void
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  /** The fields; one of them with `data-autofocus`. */
  readonly children?: ReactNode
}

/** A form over the page: what was typed stays until it is done or put away, and a slip of the mouse puts nothing away. */
export function FormDialog(props: FormDialogProps) {
  const { title, lead, act, busy = false, trouble, reason, size = 'md', onClose, onSubmit, children } = props
  const { words } = useUi()
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!reason) onSubmit(event)
        }}
      >
        <Stack gap="md">
          {trouble ? (
            <Alert color="red" role="alert">
              {trouble}
            </Alert>
          ) : null}
          {lead ? <Text size="sm">{lead}</Text> : null}
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <ReasonedButton type="submit" loading={busy} reason={reason ?? null}>
              {act}
            </ReasonedButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
