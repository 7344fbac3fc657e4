import { useMutation } from '@tanstack/react-query'
import { passwordRefusalWords } from '@dangjian/domain/access'
import { useForm } from '@dangjian/ui/form'
import { Alert, Button, PasswordInput, Stack, Text } from '@dangjian/ui/kit'
import { useApi } from '../api.ts'
import { useDoorTexts } from '../door-texts.ts'
import { useSession } from '../session.ts'
import { refusalOf, useRefusalWords } from '../word.ts'
import type { DutyFormProps } from './duty-form.tsx'

/** A password of one's own, in the place of the one that was handed over. */
export function ChoosePasswordForm({ onSettled }: DutyFormProps) {
  const t = useDoorTexts()
  const api = useApi()
  const sayWhy = useRefusalWords(passwordRefusalWords)
  const session = useSession()
  const form = useForm({
    initialValues: { next: '' },
    validate: { next: (value) => (value ? null : t('signIn.passwordMissing')) },
  })
  const choose = useMutation(
    api.access.choosePassword.mutationOptions({
      onSuccess: onSettled,
      onError: (error) => {
        if (besideField(error)) form.setFieldError('next', sayWhy(error))
      },
    }),
  )
  return (
    <form onSubmit={form.onSubmit((values) => choose.mutate(values))} noValidate>
      <Stack gap="md">
        <Text c="dimmed">{t('duty.password-must-change.lead')}</Text>
        {choose.error && !besideField(choose.error) ? (
          <Alert color="red" role="alert">
            {sayWhy(choose.error)}
          </Alert>
        ) : null}
        <input type="text" hidden readOnly autoComplete="username" value={session?.person.name ?? ''} />
        <PasswordInput
          label={t('account.nextPassword')}
          description={t('duty.password-must-change.hint')}
          autoComplete="new-password"
          data-autofocus
          {...form.getInputProps('next')}
        />
        <Button type="submit" loading={choose.isPending} fullWidth>
          {t('duty.password-must-change.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function besideField(error: unknown): boolean {
  return refusalOf(error)?.startsWith('password-') ?? false
}
