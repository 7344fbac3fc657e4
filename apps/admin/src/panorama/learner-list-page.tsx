import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { LearningStanding, learningStandingWords } from '@dangjian/domain/panorama'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Anchor, Select } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { filterOf, sharedSearch } from './panorama-search.ts'

const route = getRouteApi('/inside/panorama/learners')

interface LearnerRow {
  readonly personId: string
  readonly personName: string
  readonly courseId: string
  readonly courseTitle: string
  readonly societyId: string
  readonly societyName: string
  readonly startedAt: number | null
  readonly passedAt: number | null
}

/** The people and courses that a figure of training counts. */
export function LearnerListPage() {
  const t = useTexts('panorama')
  const frame = useTexts('frame')
  const api = useApi()
  const word = useWord()
  const navigate = useNavigate()
  const search = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const { standing } = search
  const learners = useInfiniteQuery({
    ...api.panorama.listLearners.infiniteQueryOptions(
      { unitId: unitId!, ...filterOf(search), standing },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
  })
  const columns: readonly DataColumn<LearnerRow>[] = [
    { key: 'person', header: t('list.person'), primary: true, cell: (row) => row.personName },
    {
      key: 'society',
      header: t('list.society'),
      cell: (row) => (
        <Anchor
          renderRoot={(props) => (
            <Link to="/organisation/units/$unitId" params={{ unitId: row.societyId }} {...props} />
          )}
        >
          {row.societyName}
        </Anchor>
      ),
    },
    { key: 'course', header: t('list.course'), cell: (row) => row.courseTitle },
    {
      key: 'standing',
      header: t('list.standing'),
      cell: ({ passedAt, startedAt }) =>
        passedAt !== null ? (
          <StateBadge tone="good">{word(learningStandingWords, 'passed')}</StateBadge>
        ) : startedAt !== null ? (
          <StateBadge tone="attention">{word(learningStandingWords, 'learning')}</StateBadge>
        ) : (
          <StateBadge tone="neutral">{word(learningStandingWords, 'notBegun')}</StateBadge>
        ),
    },
    {
      key: 'passedOn',
      header: t('list.passedOn'),
      cell: (row) => (row.passedAt === null ? '–' : <InstantText at={row.passedAt} />),
    },
  ]
  const rows = learners.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading
        title={t('list.learners')}
        suffix={frame('product')}
        note={t('list.learnersNote')}
        trail={
          <Anchor renderRoot={(props) => <Link to="/panorama" search={sharedSearch(search)} {...props} />}>
            {t('list.back')}
          </Anchor>
        }
      />
      <FilterBar>
        <Select
          label={t('list.standing')}
          placeholder={t('list.anyStanding')}
          clearable
          w={180}
          data={LearningStanding.options.map((value) => ({ value, label: word(learningStandingWords, value) }))}
          value={standing ?? null}
          onChange={(value) =>
            void navigate({
              to: '/panorama/learners',
              search: { ...search, standing: LearningStanding.nullable().parse(value) ?? undefined },
              replace: true,
            })
          }
        />
      </FilterBar>
      {learners.isPending ? <LoadingFace /> : null}
      {learners.error ? <TroubleFace error={learners.error} onRetry={() => void learners.refetch()} /> : null}
      {learners.data ? (
        <DataTable
          label={t('list.learners')}
          rows={rows}
          columns={columns}
          rowKey={(row) => `${row.personId} ${row.courseId} ${row.societyId}`}
          rowLabel={(row) => `${row.personName} ${row.courseTitle}`}
          total={learners.data.pages[0]?.total ?? rows.length}
          onMore={learners.hasNextPage ? () => void learners.fetchNextPage() : undefined}
          loadingMore={learners.isFetchingNextPage}
          empty={<EmptyFace title={t('list.empty')}>{t('list.emptyLead')}</EmptyFace>}
        />
      ) : null}
    </>
  )
}
