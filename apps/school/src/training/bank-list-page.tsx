import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trainingRefusalWords } from '@dangjian/domain/training'
import { DataTable } from '@dangjian/ui/data-table'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { IconPlus } from '@dangjian/ui/icons'
import { Anchor, Button } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant, useMay } from '@dangjian/door/session'
import { useRefusalWords } from '@dangjian/door/word'
import { StudioClosed } from './studio-closed.tsx'
import { NameDialog } from './studio-name-dialog.tsx'
import { useStudioTexts } from './studio-texts.ts'

/** The question banks that a trainer may use. */
export function BankListPage() {
  const t = useStudioTexts()
  const door = useDoorTexts()
  const api = useApi()
  const navigate = useNavigate()
  const may = useMay()
  const unitId = useActingGrant()?.unitId
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const [making, setMaking] = useState(false)
  const banks = useInfiniteQuery({
    ...api.training.listBanks.infiniteQueryOptions(
      { unitId: unitId! },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
  })
  const open = (bankId: string) => void navigate({ to: '/studio/banks/$bankId', params: { bankId } })
  const make = useMutation(api.training.createBank.mutationOptions({ onSuccess: ({ bankId }) => open(bankId) }))
  if (!unitId || !may('training.list-banks')) return <StudioClosed />
  const rows = banks.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading
        title={t('banks.title')}
        suffix={door('own.product')}
        note={t('banks.note')}
        trail={
          <Anchor component={Link} to="/studio" size="sm">
            {t('banks.courses')}
          </Anchor>
        }
        act={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
            {t('banks.make')}
          </Button>
        }
      />
      {banks.isPending ? <LoadingFace /> : null}
      {banks.error ? <TroubleFace error={banks.error} onRetry={() => void banks.refetch()} /> : null}
      {banks.data ? (
        <DataTable
          label={t('banks.title')}
          rows={rows}
          total={banks.data.pages[0]?.total ?? rows.length}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.title}
          onOpen={(row) => open(row.id)}
          onMore={banks.hasNextPage ? () => void banks.fetchNextPage() : undefined}
          loadingMore={banks.isFetchingNextPage}
          empty={<EmptyFace title={t('banks.empty')}>{t('banks.emptyLead')}</EmptyFace>}
          columns={[
            {
              key: 'title',
              header: t('banks.name'),
              primary: true,
              cell: (row) => (
                <Anchor component={Link} to={`/studio/banks/${row.id}`}>
                  {row.title}
                </Anchor>
              ),
            },
            { key: 'active', header: t('banks.active'), align: 'end', cell: (row) => row.active },
            { key: 'retired', header: t('banks.retired'), align: 'end', cell: (row) => row.retired },
            {
              key: 'categories',
              header: t('banks.categories'),
              cell: (row) => row.categories.map(({ category }) => category || t('quiz.uncategorised')).join('、'),
            },
            { key: 'unit', header: t('banks.unit'), cell: (row) => row.unitName },
          ]}
        />
      ) : null}
      {making && unitId ? (
        <NameDialog
          title={t('banks.make')}
          label={t('banks.name')}
          short={t('banks.nameShort')}
          act={t('banks.create')}
          busy={make.isPending}
          trouble={make.error ? sayWhy(make.error) : null}
          onName={(title) => make.mutate({ unitId, title })}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </>
  )
}
