import { useMutation } from '@tanstack/react-query'
import { accountRefusalWords } from '@dangjian/domain/access'
import { ConfirmDialog } from '@dangjian/ui/confirm-dialog'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { AccountRow } from './account-table.tsx'

/** Says who is signed out and can no longer sign in, before it happens. */
export function DisableAccountDialog({ account, onClose }: { account: AccountRow | null; onClose: () => void }) {
  const t = useTexts('accounts')
  const api = useApi()
  const sayWhy = useRefusalWords(accountRefusalWords)
  const disable = useMutation(
    api.access.disableAccount.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(api.access.listAccounts.pathFilter())
        notify({ text: t('disableDone', { name: account?.name ?? '' }) })
        onClose()
      },
    }),
  )
  const close = () => {
    disable.reset()
    onClose()
  }
  return (
    <ConfirmDialog
      opened={account !== null}
      onClose={close}
      title={t('disableTitle')}
      confirm={t('disable')}
      busy={disable.isPending}
      trouble={disable.error ? sayWhy(disable.error) : null}
      grave
      onConfirm={() => account && disable.mutate({ accountId: account.id })}
    >
      {account ? t('disableWhat', { name: account.name, username: account.username }) : null}
    </ConfirmDialog>
  )
}
