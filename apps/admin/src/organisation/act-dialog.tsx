import type { FormEvent, ReactNode } from 'react'
import { organisationRefusalWords } from '@dangjian/domain/organisation'
import { Alert, Button, Group, Modal, Stack } from '@dangjian/ui/kit'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useLanguage } from '@dangjian/door/language'
import { refusalOf, useRefusalWords } from '@dangjian/door/word'

interface ActDialogProps {
  readonly title: string
  /** The act itself, on its button. */
  readonly act: string
  readonly onClose: () => void
  readonly onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  readonly busy: boolean
  readonly error: unknown
  /** Refusals that stand beside a field and so not on top. */
  readonly besideFields?: readonly string[]
  /** Why it may not be done now, known before it is sent. */
  readonly reason?: string | null
  readonly size?: string
  readonly children: ReactNode
}

/** A form over the page: the rule's refusal on top, what was typed stays until it is done or put away. */
export function ActDialog(props: ActDialogProps) {
  const { title, act, onClose, onSubmit, busy, error, besideFields = [], reason = null, size = 'lg', children } = props
  const { words } = useLanguage()
  const sayWhy = useRefusalWords(organisationRefusalWords)
  const onTop = error !== null && error !== undefined && !besideFields.includes(refusalOf(error) ?? '')
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {onTop ? (
            <Alert color="red" role="alert">
              {sayWhy(error)}
            </Alert>
          ) : null}
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <ReasonedButton type="submit" loading={busy} reason={reason}>
              {act}
            </ReasonedButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** The refusal's words, where it is one of those that a field answers for. */
export function useBeside(error: unknown): (...refusals: readonly string[]) => string | null {
  const sayWhy = useRefusalWords(organisationRefusalWords)
  return (...refusals) => (refusals.includes(refusalOf(error) ?? '') ? sayWhy(error) : null)
}
