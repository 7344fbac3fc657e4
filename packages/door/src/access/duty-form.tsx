import type { Duty } from '@dangjian/domain/access'
import { ChoosePasswordForm } from './choose-password-form.tsx'

export interface DutyFormProps {
  readonly onSettled: () => Promise<void>
}

const forms = {
  'password-must-change': ChoosePasswordForm,
} as const satisfies Record<Duty, (props: DutyFormProps) => unknown>

/** What settles a duty of the account. */
export function DutyForm({ duty, onSettled }: DutyFormProps & { readonly duty: Duty }) {
  const Form = forms[duty]
  return <Form onSettled={onSettled} />
}
