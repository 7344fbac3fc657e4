import { useMutation } from '@tanstack/react-query'
import { useForm } from '@dangjian/ui/form'
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { useApi } from '../api.ts'
import { useDoorTexts } from '../door-texts.ts'
import { useRefusalWords } from '../word.ts'

/** User name and password. A refusal stands on top and keeps what was typed. */
export function SignInForm({ lead, onSignedIn }: { lead?: string; onSignedIn: () => Promise<void> }) {
  const t = useDoorTexts()
  const api = useApi()
  const sayWhy = useRefusalWords()
  const signIn = useMutation(api.access.signIn.mutationOptions({ onSuccess: onSignedIn }))
  const form = useForm({
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('signIn.usernameMissing')),
      password: (value) => (value ? null : t('signIn.passwordMissing')),
    },
  })
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
      <Stack gap="md">
        {lead ? <Text c="dimmed">{lead}</Text> : null}
        {signIn.error ? (
          <Alert color="red" role="alert">
            {sayWhy(signIn.error)}
          </Alert>
        ) : null}
        <TextInput
          label={t('signIn.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
