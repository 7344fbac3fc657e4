import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useTexts } from '../app/texts.ts'
import { AsOfField, AsOfNotice } from './as-of-field.tsx'
import { CoverageTable } from './coverage-table.tsx'

const route = getRouteApi('/inside/organisation/coverage')

/** Which society lacks what, by category and tier, as of any day beside a year before. */
export function CoveragePage() {
  const t = useTexts('organisation')
  const frame = useTexts('frame')
  const api = useApi()
  const navigate = useNavigate()
  const { asOn } = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const coverage = useQuery({
    ...api.organisation.showCoverage.queryOptions({ unitId: unitId!, ...(asOn ? { asOn } : {}) }),
    enabled: unitId !== undefined,
    placeholderData: (before) => before,
  })
  const look = (day: string | undefined) =>
    void navigate({ to: '/organisation/coverage', search: day ? { asOn: day } : {}, replace: true })
  const cells = coverage.data?.cells ?? []
  return (
    <>
      <PageHeading title={t('coverage.title')} suffix={frame('product')} note={t('coverage.note')} />
      <FilterBar>
        <AsOfField day={asOn} onDay={look} />
      </FilterBar>
      <AsOfNotice day={asOn} onDay={look} />
      {coverage.isPending ? <LoadingFace count={6} /> : null}
      {coverage.error ? <TroubleFace error={coverage.error} onRetry={() => void coverage.refetch()} /> : null}
      {coverage.data && cells.every((cell) => cell.societies === 0) ? (
        <EmptyFace title={t('coverage.empty')}>{t('coverage.emptyLead')}</EmptyFace>
      ) : null}
      {coverage.data && cells.some((cell) => cell.societies > 0) ? (
        <CoverageTable
          cells={cells}
          asOn={coverage.data.asOn}
          yearBeforeOn={coverage.data.yearBeforeOn}
          past={asOn !== undefined}
        />
      ) : null}
    </>
  )
}
