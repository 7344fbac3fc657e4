import type { FormEvent, ReactNode } from 'react'
import { organisationRefusalWords } from '@dangjian/domain/organisation'
import { FormDialog } from '@dangjian/ui/form-dialog'
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

/** An act upon a unit or its people: the rule's refusal stands on top, save those that a field answers for. */
export function ActDialog({ error, besideFields = [], size = 'lg', ...rest }: ActDialogProps) {
  const sayWhy = useRefusalWords(organisationRefusalWords)
  const onTop = error !== null && error !== undefined && !besideFields.includes(refusalOf(error) ?? '')
  return <FormDialog size={size} trouble={onTop ? sayWhy(error) : null} {...rest} />
}

/** The refusal's words, where it is one of those that a field answers for. */
export function useBeside(error: unknown): (...refusals: readonly string[]) => string | null {
  const sayWhy = useRefusalWords(organisationRefusalWords)
  return (...refusals) => (refusals.includes(refusalOf(error) ?? '') ? sayWhy(error) : null)
}
