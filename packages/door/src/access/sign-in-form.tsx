import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from '@dangjian/ui/form'
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { useApi } from '../api.ts'
import { useDoorTexts } from '../door-texts.ts'
import { refusalOf, useRefusalWords } from '../word.ts'
import { CodeInput } from './code-input.tsx'

/** User name and password, and where the account has one, the second factor. A refusal stands on top and keeps what was typed. */
export function SignInForm({ lead, onSignedIn }: { lead?: string; onSignedIn: () => Promise<void> }) {
  const t = useDoorTexts()
  const api = useApi()
  const sayWhy = useRefusalWords()
  const [asksCode, setAsksCode] = useState(false)
  const signIn = useMutation(
    api.access.signIn.mutationOptions({
      onSuccess: onSignedIn,
      onError: (error) => {
        const refusal = refusalOf(error)
        if (refusal === 'second-factor-needed') setAsksCode(true)
        if (refusal === 'second-factor-wrong') form.setFieldValue('code', '')
      },
    }),
  )
  const form = useForm({
    initialValues: { username: '', password: '', code: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('signIn.usernameMissing')),
      password: (value) => (value ? null : t('signIn.passwordMissing')),
      code: (value) => (value.trim() || !asksCode ? null : t('signIn.codeMissing')),
    },
  })
  return (
    <form
      onSubmit={form.onSubmit(({ code, ...rest }) => signIn.mutate(asksCode ? { ...rest, code } : rest))}
      noValidate
    >
      <Stack gap="md">
        {lead ? <Text c="dimmed">{lead}</Text> : null}
        {signIn.error && refusalOf(signIn.error) !== 'second-factor-needed' ? (
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
        {asksCode ? <CodeInput autoFocus {...form.getInputProps('code')} /> : null}
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
