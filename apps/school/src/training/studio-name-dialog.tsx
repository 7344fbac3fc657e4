import { useState } from 'react'
import { Alert, Button, Group, Modal, Stack, TextInput } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'

interface NameDialogProps {
  readonly title: string
  readonly label: string
  readonly hint?: string
  /** Said when the name is shorter than two characters. */
  readonly short: string
  readonly act: string
  readonly busy: boolean
  readonly trouble: string | null
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Asks for the name of something new: that is all that is needed to begin. */
export function NameDialog({ title, label, hint, short, act, busy, trouble, onName, onClose }: NameDialogProps) {
  const { words } = useLanguage()
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim().length < 2) setError(short)
          else onName(name.trim())
        }}
      >
        <Stack gap="md">
          {trouble ? (
            <Alert color="red" role="alert">
              {trouble}
            </Alert>
          ) : null}
          <TextInput
            label={label}
            description={hint}
            error={error}
            value={name}
            maxLength={200}
            data-autofocus
            onChange={(event) => {
              setName(event.currentTarget.value)
              setError(null)
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
