import type { ReactNode } from 'react'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { Textarea } from '@dangjian/ui/kit'

interface WordsDialogProps {
  readonly title: string
  /** What will happen, and to how many. */
  readonly lead: string
  readonly label: string
  readonly hint?: string
  readonly confirm: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly busy: boolean
  readonly trouble: string | null
  readonly onClose: () => void
  readonly onConfirm: () => void
  /** Further fields, over the words. */
  readonly children?: ReactNode
}

/** An act upon several societies with words to them. */
export function WordsDialog({ label, hint, confirm, text, onText, onConfirm, children, ...rest }: WordsDialogProps) {
  return (
    <FormDialog act={confirm} onSubmit={onConfirm} {...rest}>
      {children}
      <Textarea
        label={label}
        placeholder={hint}
        maxLength={500}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        {...(children ? {} : { 'data-autofocus': true })}
      />
    </FormDialog>
  )
}
