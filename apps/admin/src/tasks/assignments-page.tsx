import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { AssignmentState, assignmentStateWords, TaskKind, taskKindWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { formatDate } from '@dangjian/ui/date-format'
import { useToday } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { IconX } from '@dangjian/ui/icons'
import { Anchor, Button, Select, Switch } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { SegmentBar } from '@dangjian/ui/segment-bar'
import { useTexts } from '../app/texts.ts'
import { AssignmentBatch, useHasBatch } from './assignment-batch.tsx'
import type { AssignmentRow } from './assignment-data.ts'
import type { AssignmentSearch } from './assignment-search.ts'
import { assignmentTone } from './assignment-state.tsx'
import { AssignmentTable } from './assignment-table.tsx'

const route = getRouteApi('/inside/tasks/assignments')

/** What the year asks: of one's own society, or of all those one looks after. */
export function AssignmentsPage() {
  const t = useTexts('assignments')
  const frame = useTexts('frame')
  const word = useWord()
  const api = useApi()
  const { language } = useLanguage()
  const today = useToday()
  const navigate = useNavigate()
  const search = route.useSearch()
  const { all, ...filter } = search
  const grant = useActingGrant()
  const unitId = grant?.unitId
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const across =
    grant?.role === 'associationAdministrator' ||
    grant?.role === 'guidanceCommitteeMember' ||
    grant?.role === 'associationLeader'
  const list = useInfiniteQuery({
    ...api.tasks.listAssignments.infiniteQueryOptions(
      {
        unitId: unitId!,
        ...filter,
        year: search.year === 'all' ? undefined : (search.year ?? 'shown'),
        standing: !all,
        overdue: search.overdue ?? false,
        ready: search.ready ?? false,
      },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
    placeholderData: (before) => before,
  })
  const change = (next: Partial<AssignmentSearch>) => {
    setSelected(new Set())
    void navigate({ to: '/tasks/assignments', search: { ...search, ...next }, replace: true })
  }
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const first = list.data?.pages[0]
  const filtered = Object.values(search).some((value) => value !== undefined)
  const selectable = useHasBatch(rows)
  const title =
    search.year === undefined
      ? t('list.title')
      : search.year === 'all'
        ? t('list.titleAll')
        : t('list.titleOf', { year: search.year })
  const note = across
    ? first?.year === null
      ? 'noteAcrossAll'
      : 'noteAcross'
    : first?.year === null
      ? 'noteAll'
      : 'note'
  const chosen = rows.filter((row) => selected.has(row.id))
  return (
    <>
      <PageHeading
        title={title}
        suffix={frame('product')}
        note={
          first ? (
            <>
              {t(`list.${note}`, { unit: grant?.unitName ?? '', year: first.year ?? '' })}{' '}
              {first.otherYears > 0 ? (
                <Anchor
                  inherit
                  renderRoot={(props) => <Link to="/tasks/assignments" search={{ year: 'all' }} {...props} />}
                >
                  {t('list.otherYears', { count: first.otherYears })}
                </Anchor>
              ) : null}
            </>
          ) : null
        }
      />
      {first ? <StateBar counts={first.counts} overdue={first.overdue} search={search} /> : null}
      <FilterBar
        search={search.search ?? ''}
        onSearch={(value) => change({ search: value || undefined })}
        searchLabel={t(across ? 'list.searchAcross' : 'list.search')}
        {...(filtered ? { onClear: () => void navigate({ to: '/tasks/assignments', search: {}, replace: true }) } : {})}
      >
        {first ? <YearSelect first={first} onChange={(year) => change({ year })} /> : null}
        <Select
          aria-label={t('list.state')}
          placeholder={t('list.anyState')}
          clearable
          w={150}
          data={AssignmentState.options.map((value) => ({ value, label: word(assignmentStateWords, value) }))}
          value={search.state ?? null}
          onChange={(value) => change({ state: (value as AssignmentState | null) ?? undefined })}
        />
        <Select
          aria-label={t('list.kind')}
          placeholder={t('list.anyKind')}
          clearable
          w={150}
          data={TaskKind.options.map((value) => ({ value, label: word(taskKindWords, value) }))}
          value={search.kind ?? null}
          onChange={(value) => change({ kind: (value as TaskKind | null) ?? undefined })}
        />
        {across ? (
          <Select
            aria-label={t('list.category')}
            placeholder={t('list.anyCategory')}
            clearable
            w={150}
            data={SocietyCategory.options.map((value) => ({ value, label: word(societyCategoryWords, value) }))}
            value={search.category ?? null}
            onChange={(value) => change({ category: (value as SocietyCategory | null) ?? undefined })}
          />
        ) : null}
        {search.ready ? (
          <Button
            variant="default"
            rightSection={<IconX size={14} aria-hidden />}
            onClick={() => change({ ready: undefined })}
          >
            {t('list.ready')}
          </Button>
        ) : null}
        {search.dueFrom && search.dueTo ? (
          <Button
            variant="default"
            rightSection={<IconX size={14} aria-hidden />}
            onClick={() => change({ dueFrom: undefined, dueTo: undefined })}
          >
            {t('list.dueBetween', {
              from: formatDate(search.dueFrom, language, today),
              to: formatDate(search.dueTo, language, today),
            })}
          </Button>
        ) : null}
        <Switch
          style={{ alignSelf: 'center' }}
          label={t('list.withClosed')}
          checked={all === true}
          onChange={(event) => change({ all: event.currentTarget.checked || undefined })}
        />
        <Switch
          style={{ alignSelf: 'center' }}
          label={t('list.overdueOnly')}
          checked={search.overdue === true}
          onChange={(event) => change({ overdue: event.currentTarget.checked || undefined })}
        />
      </FilterBar>
      {list.isPending ? <LoadingFace /> : null}
      {list.error ? <TroubleFace error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? (
        <AssignmentTable
          label={title}
          rows={rows}
          across={across}
          total={first?.total ?? rows.length}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          loadingMore={list.isFetchingNextPage}
          stale={list.isPlaceholderData}
          {...(selectable
            ? {
                selected,
                onSelect: setSelected,
                selectionActs: <AssignmentBatch chosen={chosen} onDone={() => setSelected(new Set())} />,
              }
            : {})}
          empty={<NoAssignments filtered={filtered} />}
        />
      ) : null}
    </>
  )
}

/** The year whose work is listed, and the others that there are. */
function YearSelect({
  first,
  onChange,
}: {
  first: { readonly year: number | null; readonly years: readonly number[] }
  onChange: (year: number | 'all') => void
}) {
  const t = useTexts('assignments')
  const years = [...new Set([...first.years, ...(first.year === null ? [] : [first.year])])].toSorted((a, b) => b - a)
  return (
    <Select
      aria-label={t('list.year')}
      w={130}
      allowDeselect={false}
      data={[
        ...years.map((year) => ({ value: String(year), label: t('list.ofYear', { year }) })),
        { value: 'all', label: t('list.allYears') },
      ]}
      value={first.year === null ? 'all' : String(first.year)}
      onChange={(value) => value && onChange(value === 'all' ? 'all' : Number(value))}
    />
  )
}

function NoAssignments({ filtered }: { filtered: boolean }) {
  const t = useTexts('assignments')
  if (!filtered) return <EmptyFace title={t('list.empty')}>{t('list.emptyLead')}</EmptyFace>
  return (
    <EmptyFace
      title={t('list.nothing')}
      act={
        <Button component={Link} to="/tasks/assignments" variant="default">
          {t('list.showAll')}
        </Button>
      }
    />
  )
}

const shownStates = ['assigned', 'accepted', 'returned', 'submitted', 'closed'] as const

/** How the list stands at a glance; each figure is the way to what it counts. */
function StateBar({
  counts,
  overdue,
  search,
}: {
  counts: Readonly<Record<AssignmentRow['state'], number>>
  overdue: number
  search: AssignmentSearch
}) {
  const t = useTexts('assignments')
  const word = useWord()
  const { state: _state, overdue: _overdue, ...rest } = search
  return (
    <div style={{ marginBottom: '1rem' }}>
      <SegmentBar
        label={t('list.byState')}
        segments={shownStates.map((state) => ({
          key: state,
          label: word(assignmentStateWords, state),
          value: counts[state],
          tone: assignmentTone[state],
        }))}
        renderItem={({ key }, words) => (
          <Anchor
            c="inherit"
            size="sm"
            aria-current={search.state === key ? 'true' : undefined}
            renderRoot={(props) => (
              <Link to="/tasks/assignments" search={{ ...rest, state: key as AssignmentState }} {...props} />
            )}
          >
            {words}
          </Anchor>
        )}
      />
      {overdue > 0 ? (
        <Anchor
          size="sm"
          c="var(--tone-bad-text)"
          renderRoot={(props) => <Link to="/tasks/assignments" search={{ ...rest, overdue: true }} {...props} />}
        >
          {t('list.overdueCount', { n: overdue })}
        </Anchor>
      ) : null}
    </div>
  )
}
