import { useMutation } from '@tanstack/react-query'
import { useForm } from '@dangjian/ui/form'
import { Alert, Button, PasswordInput, Stack, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useApi } from '../api.ts'
import { useDoorTexts } from '../door-texts.ts'
import { useRefusalWords } from '../word.ts'
import { CodeInput } from './code-input.tsx'

/** Password and code, so that neither a device left open nor a telephone alone takes it off. */
export function RemoveSecondFactorForm({ onSettled }: { readonly onSettled: () => Promise<void> }) {
  const t = useDoorTexts()
  const api = useApi()
  const sayWhy = useRefusalWords()
  const form = useForm({
    initialValues: { code: '', password: '' },
    validate: {
      code: (value) => (value.trim() ? null : t('signIn.codeMissing')),
      password: (value) => (value ? null : t('signIn.passwordMissing')),
    },
  })
  const remove = useMutation(
    api.access.removeSecondFactor.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('second.stopped') })
        await onSettled()
      },
    }),
  )
  return (
    <form onSubmit={form.onSubmit((values) => remove.mutate(values))} noValidate>
      <Stack gap="md">
        <Text c="dimmed">{t('second.stopLead')}</Text>
        {remove.error ? (
          <Alert color="red" role="alert">
            {sayWhy(remove.error)}
          </Alert>
        ) : null}
        <PasswordInput
          label={t('account.currentPassword')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <CodeInput {...form.getInputProps('code')} />
        <Button type="submit" loading={remove.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('second.stop')}
        </Button>
      </Stack>
    </form>
  )
}
