import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { PartState, partStateWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import type { DataColumn } from '@dangjian/ui/data-table'
import { DateText } from '@dangjian/ui/date-text'
import { Anchor, Select } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { UnitLink } from '../organisation/unit-link.tsx'
import { FigureList } from './figure-list.tsx'
import type { PartWork } from './panorama-data.ts'
import { filterOf, type PartListSearch } from './panorama-search.ts'

const route = getRouteApi('/inside/panorama/parts')

/** The parts that a figure of the panorama counts; each leads to its assignment and to the unit that does it. */
export function PartListPage() {
  const t = useTexts('panorama')
  const api = useApi()
  const word = useWord()
  const navigate = useNavigate()
  const search = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const { tier, parts: state } = search
  const parts = useInfiniteQuery({
    ...api.panorama.listPartWork.infiniteQueryOptions(
      { unitId: unitId!, ...filterOf(search), tier, state },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
  })
  const change = (next: Partial<PartListSearch>) =>
    void navigate({ to: '/panorama/parts', search: { ...search, ...next }, replace: true })
  const columns: readonly DataColumn<PartWork>[] = [
    {
      key: 'part',
      header: t('list.part'),
      primary: true,
      cell: (row) => (
        <Anchor
          renderRoot={(props) => (
            <Link to="/tasks/assignments/$assignmentId" params={{ assignmentId: row.assignmentId }} {...props} />
          )}
        >
          {row.title}
        </Anchor>
      ),
    },
    {
      key: 'unit',
      header: t('list.unit'),
      cell: (row) => <UnitLink unit={{ id: row.unitId, name: row.unitName }} />,
    },
    { key: 'society', header: t('list.society'), cell: (row) => row.societyName },
    { key: 'task', header: t('list.task'), cell: (row) => row.taskTitle },
    { key: 'state', header: t('list.state'), cell: (row) => word(partStateWords, row.state) },
    { key: 'due', header: t('list.due'), cell: (row) => <DateText date={row.dueOn} settled /> },
  ]
  return (
    <FigureList
      title={t('list.parts')}
      note={t('list.partsNote')}
      search={search}
      listed={parts}
      total={parts.data?.pages[0]?.total}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.unitName} ${row.title}`}
      filters={
        <>
          <Select
            label={t('parts.tier')}
            placeholder={t('list.anyTier')}
            clearable
            w={200}
            data={([2, 3] as const).map((value) => ({ value: String(value), label: t(`coverage.tier.${value}`) }))}
            value={tier ? String(tier) : null}
            onChange={(value) => change({ tier: value === '2' ? 2 : value === '3' ? 3 : undefined })}
          />
          <Select
            label={t('list.state')}
            placeholder={t('list.anyState')}
            clearable
            w={180}
            data={PartState.options
              .filter((value) => value !== 'withdrawn')
              .map((value) => ({ value, label: word(partStateWords, value) }))}
            value={state ?? null}
            onChange={(value) => change({ parts: PartState.nullable().parse(value) ?? undefined })}
          />
        </>
      }
    />
  )
}
