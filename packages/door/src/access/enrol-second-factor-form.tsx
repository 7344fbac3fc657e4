import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newRecoveryCodes, newTotpSecret } from '@dangjian/domain/access'
import { useForm } from '@dangjian/ui/form'
import { Alert, Button, Checkbox, Code, PasswordInput, Stack, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useApi } from '../api.ts'
import { useDoorTexts } from '../door-texts.ts'
import { useSession } from '../session.ts'
import { refusalOf, useRefusalWords } from '../word.ts'
import { CodeInput } from './code-input.tsx'
import type { DutyFormProps } from './duty-form.tsx'
import { randomBelow } from './random-below.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Secret and recovery codes are made here and shown this once; a code shows that the authenticator has the secret. */
export function EnrolSecondFactorForm({ onSettled }: DutyFormProps) {
  const t = useDoorTexts()
  const api = useApi()
  const sayWhy = useRefusalWords()
  const session = useSession()
  const [secret] = useState(() => newTotpSecret(randomBelow))
  const [recoveryCodes] = useState(() => newRecoveryCodes(randomBelow))
  const drawn = useQuery(
    api.access.drawSecondFactor.queryOptions(
      { secret, issuer: t('own.product') },
      // Posted, so that the secret stands in no address; kept no longer than this form.
      { trpc: { context: { posted: true } }, gcTime: 0, staleTime: Infinity },
    ),
  )
  const form = useForm({
    initialValues: { code: '', password: '', kept: false },
    validate: {
      code: (value) => (value.trim() ? null : t('second.firstCodeMissing')),
      password: (value) => (value ? null : t('signIn.passwordMissing')),
      kept: (value) => (value ? null : t('second.keptMissing')),
    },
  })
  const enrol = useMutation(
    api.access.enrolSecondFactor.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('second.done') })
        await onSettled()
      },
      onError: (error) => {
        const field = fieldOf(refusalOf(error))
        if (field) form.setFieldError(field, sayWhy(error))
      },
    }),
  )
  const submit = form.onSubmit(({ code, password }) => enrol.mutate({ secret, recoveryCodes, code, password }))
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text c="dimmed">{t('second.lead')}</Text>
        <Text>{t('second.scan')}</Text>
        {drawn.data ? (
          <svg
            role="img"
            aria-label={t('second.qr')}
            viewBox={`0 0 ${drawn.data.size} ${drawn.data.size}`}
            width={200}
            height={200}
            shapeRendering="crispEdges"
          >
            {/* Black on white in the dark as well: cameras read it the other way round badly. */}
            <rect width={drawn.data.size} height={drawn.data.size} fill="#fff" />
            <path d={drawn.data.path} fill="#000" />
          </svg>
        ) : null}
        <Text size="sm">
          {t('second.secret')}{' '}
          <Code style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
        </Text>
        <RecoveryCodes codes={recoveryCodes} />
        <Checkbox label={t('second.kept')} {...form.getInputProps('kept', { type: 'checkbox' })} />
        {enrol.error && !fieldOf(refusalOf(enrol.error)) ? (
          <Alert color="red" role="alert">
            {sayWhy(enrol.error)}
          </Alert>
        ) : null}
        <CodeInput {...form.getInputProps('code')} description={t('second.firstCode')} />
        <input type="text" hidden readOnly autoComplete="username" value={session?.person.name ?? ''} />
        <PasswordInput
          label={t('account.currentPassword')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={enrol.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('second.confirm')}
        </Button>
      </Stack>
    </form>
  )
}

/** Beside which field a refusal stands. */
function fieldOf(refusal: string | null): 'code' | 'password' | null {
  if (refusal === 'second-factor-wrong') return 'code'
  return refusal === 'current-password-wrong' ? 'password' : null
}
