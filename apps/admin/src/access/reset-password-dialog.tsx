import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { accountRefusalWords, firstPassword, passwordRefusalWords } from '@dangjian/domain/access'
import { ConfirmDialog } from '@dangjian/ui/confirm-dialog'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { AccountRow } from './account-table.tsx'
import { FirstPasswordDialog } from './first-password-dialog.tsx'
import { randomBelow } from '@dangjian/door/access/random-below'

/** Says whose devices are signed out; then, once, shows the password to hand over. */
export function ResetPasswordDialog({ account, onClose }: { account: AccountRow; onClose: () => void }) {
  const t = useTexts('accounts')
  const api = useApi()
  const sayWhy = useRefusalWords(accountRefusalWords, passwordRefusalWords)
  const [password] = useState(() => firstPassword(randomBelow))
  const reset = useMutation(api.access.resetPassword.mutationOptions())
  const { name, username } = account
  if (reset.data) {
    return (
      <FirstPasswordDialog
        title={t('resetDone')}
        name={name}
        username={username}
        password={password}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('resetTitle')}
      confirm={t('reset')}
      busy={reset.isPending}
      trouble={reset.error ? sayWhy(reset.error) : null}
      onConfirm={() => reset.mutate({ accountId: account.id, password })}
    >
      {t('resetWhat', { name, username })}
    </ConfirmDialog>
  )
}
