import { lazy, Suspense, type ComponentType } from 'react'
import type { Duty } from '@dangjian/domain/access'
import { LoadingFace } from '@dangjian/ui/faces'

export interface DutyFormProps {
  readonly onSettled: () => Promise<void>
}

/** Each comes when it is owed: hardly anybody who signs in ever needs one. */
const forms: Readonly<Record<Duty, ComponentType<DutyFormProps>>> = {
  'password-must-change': lazy(async () => ({
    default: (await import('./choose-password-form.tsx')).ChoosePasswordForm,
  })),
  'second-factor-must-enrol': lazy(async () => ({
    default: (await import('./enrol-second-factor-form.tsx')).EnrolSecondFactorForm,
  })),
}

/** What settles a duty of the account. */
export function DutyForm({ duty, onSettled }: DutyFormProps & { readonly duty: Duty }) {
  const Form = forms[duty]
  return (
    <Suspense fallback={<LoadingFace count={2} />}>
      <Form onSettled={onSettled} />
    </Suspense>
  )
}
