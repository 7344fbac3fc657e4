import { Alert, Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Modal } from './modal.tsx'
import { useUi } from './ui-context.tsx'

export interface ConfirmDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Left out where it cannot be done: `trouble` says why. */
  readonly onConfirm?: (() => void) | undefined
  /** A question that names the act: `发布计划？`. */
  readonly title: string
  /** What will happen, and to how many. */
  readonly children: ReactNode
  /** The act itself, never `确定`. */
  readonly confirm: string
  /** Cannot be undone. */
  readonly grave?: boolean
  readonly busy?: boolean
  /** Why it did not work: the dialog stays open. */
  readonly trouble?: string | null
}

/** Asks only where there is no undo, and says what happens to how many. */
export function ConfirmDialog({
  opened,
  onClose,
  onConfirm,
  title,
  children,
  confirm,
  grave,
  busy,
  trouble,
}: ConfirmDialogProps) {
  const { words } = useUi()
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack gap="md">
        <div>{children}</div>
        {trouble ? (
          <Alert color="red" role="alert">
            {trouble}
          </Alert>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus={grave || undefined}>
            {words.cancel}
          </Button>
          {onConfirm ? (
            <Button onClick={onConfirm} loading={busy ?? false} data-autofocus={grave ? undefined : true}>
              {confirm}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  )
}
