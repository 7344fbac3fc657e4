import { useQuery } from '@tanstack/react-query'
import { postWords, unitKindWords } from '@dangjian/domain/organisation'
import type { DataColumn } from '@dangjian/ui/data-table'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { VacantUnit } from './organisation-data.ts'
import { UnitTable } from './unit-table.tsx'

/** Active units in which a post that must be filled is vacant. */
export function VacancyList() {
  const t = useTexts('organisation')
  const api = useApi()
  const word = useWord()
  const unitId = useActingGrant()?.unitId
  const vacant = useQuery({
    ...api.organisation.listVacantPosts.queryOptions({ unitId: unitId! }),
    enabled: unitId !== undefined,
  })
  if (vacant.error) return <TroubleFace error={vacant.error} onRetry={() => void vacant.refetch()} />
  if (!vacant.data) return <LoadingFace count={10} />
  const columns: readonly DataColumn<VacantUnit>[] = [
    {
      key: 'kind',
      header: t('elections.kind'),
      value: (row) => row.kind,
      cell: (row) => word(unitKindWords, row.kind),
      width: '16rem',
    },
    {
      key: 'posts',
      header: t('elections.posts'),
      cell: (row) => row.posts.map((post) => word(postWords, post)).join('、'),
      width: '16rem',
    },
  ]
  return (
    <UnitTable
      label={t('elections.vacancies')}
      rows={vacant.data}
      columns={columns}
      empty={<EmptyFace title={t('elections.noVacancy')}>{t('elections.noVacancyLead')}</EmptyFace>}
    />
  )
}
