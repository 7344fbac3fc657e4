import { useState } from 'react'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { TextInput } from '@dangjian/ui/kit'

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
export function NameDialog({ label, hint, short, onName, ...rest }: NameDialogProps) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  return (
    <FormDialog onSubmit={() => (name.trim().length < 2 ? setError(short) : onName(name.trim()))} {...rest}>
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
    </FormDialog>
  )
}
