import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { IconUserPlus } from '@dangjian/ui/icons'
import { Button } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { NotFoundPage, TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant, useMay } from '@dangjian/door/session'
import { useTexts } from '../app/texts.ts'
import { AccountTable, type AccountRow } from './account-table.tsx'
import { CreateAccountDialog } from './create-account-dialog.tsx'
import { DisableAccountDialog } from './disable-account-dialog.tsx'
import { ResetPasswordDialog } from './reset-password-dialog.tsx'

const route = getRouteApi('/inside/system/accounts')

/** Who can sign in: accounts made, disabled and enabled again by the system operator. */
export function AccountsPage() {
  const t = useTexts('accounts')
  const frame = useTexts('frame')
  const api = useApi()
  const navigate = useNavigate()
  const { search } = route.useSearch()
  const may = useMay()
  const unitId = useActingGrant()?.unitId
  const [creating, setCreating] = useState(false)
  const [resetting, setResetting] = useState<AccountRow | null>(null)
  const [disabling, setDisabling] = useState<AccountRow | null>(null)
  const accounts = useInfiniteQuery({
    ...api.access.listAccounts.infiniteQueryOptions(
      { unitId: unitId!, search, limit: 50 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined && may('access.create-account'),
    placeholderData: (before) => before,
  })
  const find = (next: string) =>
    void navigate({ to: '/system/accounts', search: next ? { search: next } : {}, replace: true })
  if (!unitId || !may('access.create-account')) return <NotFoundPage />
  return (
    <>
      <PageHeading
        title={t('title')}
        suffix={frame('product')}
        note={t('note')}
        act={
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
            {t('create')}
          </Button>
        }
      />
      <FilterBar
        search={search ?? ''}
        onSearch={(typed) => find(typed.trim())}
        searchLabel={t('find')}
        {...(search ? { onClear: () => find('') } : {})}
      />
      {accounts.isPending ? <LoadingFace /> : null}
      {accounts.error ? <TroubleFace error={accounts.error} onRetry={() => void accounts.refetch()} /> : null}
      {accounts.data ? (
        <AccountTable
          rows={accounts.data.pages.flatMap((page) => page.rows)}
          stale={accounts.isPlaceholderData}
          onMore={accounts.hasNextPage ? () => void accounts.fetchNextPage() : undefined}
          loadingMore={accounts.isFetchingNextPage}
          onDisable={setDisabling}
          onReset={setResetting}
          empty={
            <EmptyFace title={t(search ? 'nothing' : 'empty')}>{t(search ? 'nothingLead' : 'emptyLead')}</EmptyFace>
          }
        />
      ) : null}
      {creating ? <CreateAccountDialog unitId={unitId} onClose={() => setCreating(false)} /> : null}
      {resetting ? <ResetPasswordDialog account={resetting} onClose={() => setResetting(null)} /> : null}
      <DisableAccountDialog account={disabling} onClose={() => setDisabling(null)} />
    </>
  )
}
