import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { learnerStandingWords } from '@dangjian/domain/training'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Select, Stack, Title } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { LearnerTable } from './learner-table.tsx'
import { ProgressByCourse } from './progress-by-course.tsx'
import { progressSearch, standings } from './progress-search.ts'

const route = getRouteApi('/inside/training/progress')

/** Who of one's units is behind with what is asked of them. */
export function ProgressPage() {
  const t = useTexts('progress')
  const frame = useTexts('frame')
  const word = useWord()
  const api = useApi()
  const navigate = useNavigate()
  const grant = useActingGrant()
  const unitId = grant?.unitId
  const { search, course, standing } = route.useSearch()
  const enabled = unitId !== undefined
  const courses = useQuery({ ...api.training.listAskedCourses.queryOptions({ unitId: unitId! }), enabled })
  const asked = { unitId: unitId!, search, courseId: course, standing }
  const learners = useInfiniteQuery({
    ...api.training.listCourseLearners.infiniteQueryOptions(asked, {
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
    enabled,
    placeholderData: (before) => before,
  })
  const rows = learners.data?.pages.flatMap((page) => page.rows) ?? []
  const counted = useQuery({
    ...api.training.countCourseLearners.queryOptions(asked),
    enabled: enabled && learners.hasNextPage && !learners.isPlaceholderData,
  })
  const set = (next: ReturnType<typeof progressSearch>) =>
    void navigate({
      to: '/training/progress',
      search: progressSearch({ search, course, standing, ...next }),
      replace: true,
    })
  const failed = [courses, learners].find(({ error }) => error)
  return (
    <>
      <PageHeading title={t('title')} suffix={frame('product')} note={t('note', { unit: grant?.unitName ?? '' })} />
      {!failed && (courses.isPending || learners.isPending) ? <LoadingFace /> : null}
      {failed?.error ? <TroubleFace error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {courses.data && learners.data ? (
        <Stack gap="xl">
          <section aria-labelledby="by-course">
            <Title order={2} size="h4" id="by-course" mb="xs">
              {t('courses')}
            </Title>
            <ProgressByCourse courses={courses.data} />
          </section>
          {courses.data.length > 0 ? (
            <section aria-labelledby="people">
              <Title order={2} size="h4" id="people" mb="xs">
                {t('people')}
              </Title>
              <FilterBar
                search={search ?? ''}
                searchLabel={t('search')}
                onSearch={(value) => set({ search: value || undefined })}
                {...(search || course || standing
                  ? { onClear: () => set({ search: undefined, course: undefined, standing: undefined }) }
                  : {})}
              >
                <Select
                  aria-label={t('course')}
                  placeholder={t('allCourses')}
                  clearable
                  w={220}
                  data={courses.data.map(({ courseId, courseTitle }) => ({ value: courseId, label: courseTitle }))}
                  value={course ?? null}
                  onChange={(value) =>
                    set({ course: courses.data.find(({ courseId }) => courseId === value)?.courseId })
                  }
                />
                <Select
                  aria-label={t('standing')}
                  placeholder={t('all')}
                  clearable
                  w={140}
                  data={standings.map((value) => ({
                    value,
                    label: value === 'behind' ? t('behind') : word(learnerStandingWords, value),
                  }))}
                  value={standing ?? null}
                  onChange={(value) => set({ standing: standings.find((each) => each === value) })}
                />
              </FilterBar>
              <LearnerTable
                rows={rows}
                total={learners.hasNextPage ? counted.data : rows.length}
                onMore={learners.hasNextPage ? () => void learners.fetchNextPage() : undefined}
                loadingMore={learners.isFetchingNextPage}
                empty={<EmptyFace title={t('empty')}>{t('emptyLead')}</EmptyFace>}
              />
            </section>
          ) : null}
        </Stack>
      ) : null}
    </>
  )
}
