import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { LearningStanding, learningStandingWords } from '@dangjian/domain/panorama'
import { useApi } from '@dangjian/door/api'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import type { DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { Select } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { UnitLink } from '../organisation/unit-link.tsx'
import { FigureList } from './figure-list.tsx'
import { filterOf } from './panorama-search.ts'

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
  const { panorama } = useApi()
  const word = useWord()
  const navigate = useNavigate()
  const search = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const { standing } = search
  const asked = { unitId: unitId!, ...filterOf(search), standing }
  const learners = useInfiniteQuery({
    ...panorama.listLearners.infiniteQueryOptions(asked, {
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
    enabled: unitId !== undefined,
  })
  // Asked once the page is there, so that it does not wait in the same answer.
  const counted = useQuery({ ...panorama.countLearners.queryOptions(asked), enabled: learners.isSuccess })
  const columns: readonly DataColumn<LearnerRow>[] = [
    { key: 'person', header: t('list.person'), primary: true, cell: (row) => row.personName },
    {
      key: 'society',
      header: t('list.society'),
      cell: (row) => <UnitLink unit={{ id: row.societyId, name: row.societyName }} />,
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
  return (
    <FigureList
      title={t('list.learners')}
      note={t('list.learnersNote')}
      search={search}
      listed={learners}
      total={counted.data}
      columns={columns}
      rowKey={(row) => `${row.personId} ${row.courseId} ${row.societyId}`}
      rowLabel={(row) => `${row.personName} ${row.courseTitle}`}
      filters={
        <>
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
        </>
      }
    />
  )
}
