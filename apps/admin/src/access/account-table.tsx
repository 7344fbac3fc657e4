import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import {
  accountRefusalWords,
  disableAccount,
  resetPassword,
  type AccountId,
  type PersonId,
} from '@dangjian/domain/access'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { Button, Code, Group } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { StateBadge } from '@dangjian/ui/state-badge'
import { queryClient, useApi } from '@dangjian/door/api'
import { useSession } from '@dangjian/door/session'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'

export interface AccountRow {
  readonly id: AccountId
  readonly personId: PersonId
  readonly username: string
  readonly name: string
  readonly disabled: boolean
}

interface AccountTableProps {
  readonly rows: readonly AccountRow[]
  readonly stale: boolean
  readonly onMore: (() => void) | undefined
  readonly loadingMore: boolean
  readonly onDisable: (account: AccountRow) => void
  readonly onReset: (account: AccountRow) => void
  readonly empty: ReactNode
}

/** Accounts by user name. Enabling again harms nothing and is done at once; disabling asks first. */
export function AccountTable({ onDisable, onReset, ...rest }: AccountTableProps) {
  const t = useTexts('accounts')
  const api = useApi()
  const word = useWord()
  const sayWhy = useRefusalWords(accountRefusalWords)
  const self = useSession()?.person.id
  const enable = useMutation(api.access.enableAccount.mutationOptions())
  const enableRow = ({ id, name }: AccountRow) =>
    enable.mutate(
      { accountId: id },
      {
        onSuccess: () => notify({ text: t('enableDone', { name }) }),
        onError: (error) => notify({ text: sayWhy(error), tone: 'bad' }),
        onSettled: () => queryClient.invalidateQueries(api.access.listAccounts.pathFilter()),
      },
    )
  const whyNot = (decide: typeof disableAccount | typeof resetPassword, { personId }: AccountRow): string | null => {
    if (!self) return null
    const decision = decide({ personId, disabledAt: null }, self, Date.now())
    return decision.ok ? null : word(accountRefusalWords, decision.refusal)
  }
  const columns: readonly DataColumn<AccountRow>[] = [
    { key: 'name', header: t('name'), primary: true, cell: (row) => row.name },
    { key: 'username', header: t('username'), cell: (row) => <Code>{row.username}</Code> },
    {
      key: 'state',
      header: t('state'),
      cell: (row) =>
        row.disabled ? (
          <StateBadge tone="closed">{t('disabled')}</StateBadge>
        ) : (
          <StateBadge tone="good">{t('open')}</StateBadge>
        ),
    },
    {
      key: 'acts',
      header: t('acts'),
      align: 'end',
      cell: (row) =>
        row.disabled ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('enable')}: ${row.name}, ${row.username}`}
            loading={enable.isPending && enable.variables.accountId === row.id}
            onClick={() => enableRow(row)}
          >
            {t('enable')}
          </Button>
        ) : (
          <Group gap="xs" justify="flex-end">
            <ReasonedButton
              size="compact-sm"
              variant="default"
              aria-label={`${t('reset')}: ${row.name}, ${row.username}`}
              reason={whyNot(resetPassword, row)}
              onClick={() => onReset(row)}
            >
              {t('reset')}
            </ReasonedButton>
            <ReasonedButton
              size="compact-sm"
              variant="default"
              aria-label={`${t('disable')}: ${row.name}, ${row.username}`}
              reason={whyNot(disableAccount, row)}
              onClick={() => onDisable(row)}
            >
              {t('disable')}
            </ReasonedButton>
          </Group>
        ),
    },
  ]
  return (
    <DataTable
      {...rest}
      label={t('title')}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.name} ${row.username}`}
    />
  )
}
