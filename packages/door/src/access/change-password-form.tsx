import { useMutation } from '@tanstack/react-query'
import { passwordRefusalWords } from '@dangjian/domain/access'
import { useForm } from '@dangjian/ui/form'
import { Alert, Button, PasswordInput, Stack, Text, Title } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '../api.ts'
import { useSession } from '../session.ts'
import { useDoorTexts } from '../door-texts.ts'
import { refusalOf, useRefusalWords } from '../word.ts'

/** A new password. The rule's refusal stands beside the field it concerns. */
export function ChangePasswordForm() {
  const t = useDoorTexts()
  const api = useApi()
  const sayWhy = useRefusalWords(passwordRefusalWords)
  const session = useSession()
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (value) => (value ? null : t('signIn.passwordMissing')),
      next: (value) => (value ? null : t('signIn.passwordMissing')),
    },
  })
  const change = useMutation(
    api.access.changePassword.mutationOptions({
      onSuccess: async () => {
        form.reset()
        notify({ text: t('account.changed') })
        await queryClient.invalidateQueries(api.access.listSessions.queryFilter())
      },
      onError: (error) => {
        const refusal = refusalOf(error)
        if (refusal === 'current-password-wrong') form.setFieldError('current', sayWhy(error))
        else if (refusal?.startsWith('password-')) form.setFieldError('next', sayWhy(error))
      },
    }),
  )
  const beside = refusalOf(change.error)?.includes('password')
  return (
    <section aria-labelledby="my-password">
      <Title order={2} size="h3" id="my-password">
        {t('account.password')}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {t('account.passwordLead')}
      </Text>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack gap="md" maw={420}>
          {change.error && !beside ? (
            <Alert color="red" role="alert">
              {sayWhy(change.error)}
            </Alert>
          ) : null}
          <input type="text" hidden readOnly autoComplete="username" value={session?.person.name ?? ''} />
          <PasswordInput
            label={t('account.currentPassword')}
            autoComplete="current-password"
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label={t('account.nextPassword')}
            autoComplete="new-password"
            {...form.getInputProps('next')}
          />
          <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('account.change')}
          </Button>
        </Stack>
      </form>
    </section>
  )
}
