import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { SocietyCategory, societyCategoryWords, unitStateWords, type UnitState } from '@dangjian/domain/organisation'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { IconFileImport, IconPlus } from '@dangjian/ui/icons'
import { Button, Select } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useUi } from '@dangjian/ui/ui-context'
import { client, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant, useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { WayToPanorama } from '../app/way-to-panorama.tsx'
import { AsOfField, AsOfNotice } from './as-of-field.tsx'
import { ExportRows } from './export-rows.tsx'
import { FoundSocietyDialog } from './found-society-dialog.tsx'
import { rememberList, societySearch, type SocietySearch } from './organisation-search.ts'
import { SocietyTable } from './society-table.tsx'

const route = getRouteApi('/inside/organisation/societies')
const TIERS = [1, 2, 3] as const
/** A society is taken in, not applied for: it has no state before the active one. */
const STATES = ['active', 'suspended', 'merged', 'dissolved'] as const satisfies readonly UnitState[]

/** All societies with their three tiers: searched, filtered, as of any day. */
export function SocietiesPage() {
  const t = useTexts('organisation')
  const frame = useTexts('frame')
  const { words } = useUi()
  const api = useApi()
  const { language } = useLanguage()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  // The router lets through what the address holds besides; the list is asked by what is known only.
  const { from, ...search } = societySearch({ ...route.useSearch() })
  const unitId = useActingGrant()?.unitId
  const [founding, setFounding] = useState(false)
  const societies = useInfiniteQuery({
    ...api.organisation.listSocieties.infiniteQueryOptions(
      { unitId: unitId!, ...search },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
    placeholderData: (before) => before,
  })
  useEffect(() => rememberList({ ...search, from }), [search, from])
  const change = (next: Partial<SocietySearch>) =>
    void navigate({ to: '/organisation/societies', search: { ...search, from, ...next }, replace: true })
  const { asOn, ...filters } = search
  const filtered = Object.values(filters).some((value) => value !== undefined)
  const clear = () => void navigate({ to: '/organisation/societies', search: { asOn, from }, replace: true })
  const rows = societies.data?.pages.flatMap((page) => page.rows) ?? []
  const foundButton = may('organisation.found-society') ? (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setFounding(true)}>
      {t('societies.found')}
    </Button>
  ) : null
  const importButton = may('organisation.confirm-society-import') ? (
    <Button component={Link} to="/organisation/import" leftSection={<IconFileImport size={18} aria-hidden />}>
      {t('societies.import')}
    </Button>
  ) : null
  return (
    <>
      <PageHeading
        title={t('societies.title')}
        suffix={frame('product')}
        trail={from ? <WayToPanorama from={from} /> : null}
        note={t('societies.note')}
        act={importButton}
        others={foundButton}
      />
      <FilterBar
        search={search.search ?? ''}
        onSearch={(words) => change({ search: words || undefined })}
        searchLabel={t('societies.search')}
        {...(filtered ? { onClear: clear } : {})}
        end={
          unitId ? (
            <ExportRows
              make={(format) => client.organisation.exportSocieties.query({ unitId, ...search, format, language })}
            />
          ) : null
        }
      >
        <Select
          label={t('societies.category')}
          placeholder={t('all')}
          clearable
          w={{ base: 'calc(50% - 6px)', xs: 150 }}
          data={SocietyCategory.options.map((value) => ({ value, label: word(societyCategoryWords, value) }))}
          value={search.category ?? null}
          onChange={(value) => change({ category: SocietyCategory.safeParse(value).data })}
        />
        <Select
          label={t('societies.state')}
          placeholder={t('all')}
          clearable
          w={{ base: 'calc(50% - 6px)', xs: 140 }}
          data={STATES.map((value) => ({ value, label: word(unitStateWords, value) }))}
          value={search.state ?? null}
          onChange={(value) => change({ state: STATES.find((each) => each === value) })}
        />
        <Select
          label={t('societies.lackingTier')}
          placeholder={t('all')}
          clearable
          w={{ base: 'calc(50% - 6px)', xs: 210 }}
          data={TIERS.map((tier) => ({ value: String(tier), label: t(`tier.${tier}`) }))}
          value={search.lackingTier ? String(search.lackingTier) : null}
          onChange={(value) => change({ lackingTier: TIERS.find((tier) => String(tier) === value) })}
        />
        <AsOfField day={asOn} onDay={(day) => change({ asOn: day })} />
      </FilterBar>
      <AsOfNotice day={asOn} onDay={(day) => change({ asOn: day })} />
      {societies.isPending ? <LoadingFace count={12} /> : null}
      {societies.error ? <TroubleFace error={societies.error} onRetry={() => void societies.refetch()} /> : null}
      {societies.data ? (
        <SocietyTable
          rows={rows}
          asOn={asOn}
          total={societies.data.pages[0]?.total ?? rows.length}
          stale={societies.isPlaceholderData}
          onMore={societies.hasNextPage ? () => void societies.fetchNextPage() : undefined}
          loadingMore={societies.isFetchingNextPage}
          empty={
            filtered ? (
              <EmptyFace
                title={t('societies.none')}
                act={
                  <Button variant="default" onClick={clear}>
                    {words.clearFilters}
                  </Button>
                }
              >
                {t('societies.noneLead')}
              </EmptyFace>
            ) : (
              <EmptyFace title={t('societies.empty')} act={importButton}>
                {t('societies.emptyLead')}
              </EmptyFace>
            )
          }
        />
      ) : null}
      {unitId && founding ? <FoundSocietyDialog unitId={unitId} onClose={() => setFounding(false)} /> : null}
    </>
  )
}
