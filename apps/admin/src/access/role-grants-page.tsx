import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { IconUserPlus } from '@dangjian/ui/icons'
import { Button, Switch } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { NotFoundPage, TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useTexts } from '../app/texts.ts'
import { GrantRoleDialog } from './grant-role-dialog.tsx'
import { RevokeRoleDialog } from './revoke-role-dialog.tsx'
import { RoleGrantTable, type RoleGrantRow } from './role-grant-table.tsx'

const route = getRouteApi('/inside/system/role-grants')

/** Who acts where, in which role; given and taken back by the security administrator. */
export function RoleGrantsPage() {
  const t = useTexts('access')
  const frame = useTexts('frame')
  const api = useApi()
  const navigate = useNavigate()
  const { ended, search } = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const [granting, setGranting] = useState(false)
  const [revoking, setRevoking] = useState<RoleGrantRow | null>(null)
  const grants = useInfiniteQuery({
    ...api.access.listRoleGrants.infiniteQueryOptions(
      { unitId: unitId!, currentOnly: !ended, search },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
    placeholderData: (before) => before,
  })
  const show = (next: { ended?: true | undefined; search?: string | undefined }) =>
    void navigate({
      to: '/system/role-grants',
      search: { ...(next.ended ? { ended: true } : {}), ...(next.search ? { search: next.search } : {}) },
      replace: true,
    })
  if (!unitId) return <NotFoundPage />
  const rows = grants.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading
        title={t('grants.title')}
        suffix={frame('product')}
        note={t('grants.note')}
        act={
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setGranting(true)}>
            {t('grants.grant')}
          </Button>
        }
      />
      <FilterBar
        search={search ?? ''}
        onSearch={(typed) => show({ ended, search: typed.trim() })}
        searchLabel={t('grants.find')}
        {...(search ? { onClear: () => show({ ended }) } : {})}
      >
        <Switch
          style={{ alignSelf: 'center' }}
          label={t('grants.showEnded')}
          checked={ended === true}
          onChange={(event) => show({ search, ended: event.currentTarget.checked ? true : undefined })}
        />
      </FilterBar>
      {grants.isPending ? <LoadingFace /> : null}
      {grants.error ? <TroubleFace error={grants.error} onRetry={() => void grants.refetch()} /> : null}
      {grants.data ? (
        <RoleGrantTable
          rows={rows}
          total={grants.data.pages[0]?.total ?? rows.length}
          onMore={grants.hasNextPage ? () => void grants.fetchNextPage() : undefined}
          loadingMore={grants.isFetchingNextPage}
          onRevoke={setRevoking}
          empty={
            <EmptyFace title={t(search ? 'grants.nothing' : 'grants.empty')}>
              {t(search ? 'grants.nothingLead' : 'grants.emptyLead')}
            </EmptyFace>
          }
        />
      ) : null}
      {granting ? <GrantRoleDialog unitId={unitId} onClose={() => setGranting(false)} /> : null}
      <RevokeRoleDialog grant={revoking} onClose={() => setRevoking(null)} />
    </>
  )
}
