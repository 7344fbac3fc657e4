import { useInfiniteQuery } from '@tanstack/react-query'
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
  const learners = useInfiniteQuery({
    ...api.training.listCourseLearners.infiniteQueryOptions(
      { unitId: unitId!, search, courseId: course, standing },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
    placeholderData: (before) => before,
  })
  const set = (next: ReturnType<typeof progressSearch>) =>
    void navigate({
      to: '/training/progress',
      search: progressSearch({ search, course, standing, ...next }),
      replace: true,
    })
  const courses = learners.data?.pages[0]?.courses ?? []
  const rows = learners.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading title={t('title')} suffix={frame('product')} note={t('note', { unit: grant?.unitName ?? '' })} />
      {learners.isPending ? <LoadingFace /> : null}
      {learners.error ? <TroubleFace error={learners.error} onRetry={() => void learners.refetch()} /> : null}
      {learners.data ? (
        <Stack gap="xl">
          <section aria-labelledby="by-course">
            <Title order={2} size="h4" id="by-course" mb="xs">
              {t('courses')}
            </Title>
            <ProgressByCourse courses={courses} onChoose={set} />
          </section>
          {courses.length > 0 ? (
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
                  data={courses.map(({ courseId, courseTitle }) => ({ value: courseId, label: courseTitle }))}
                  value={course ?? null}
                  onChange={(value) => set({ course: courses.find(({ courseId }) => courseId === value)?.courseId })}
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
                total={learners.data.pages[0]?.total ?? rows.length}
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
