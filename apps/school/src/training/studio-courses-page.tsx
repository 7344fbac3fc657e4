import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { courseStateWords, trainingRefusalWords } from '@dangjian/domain/training'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { IconBooks, IconPlus } from '@dangjian/ui/icons'
import { Button, Select } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant, useMay } from '@dangjian/door/session'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { CourseTable } from './studio-course-table.tsx'
import { StudioClosed } from './studio-closed.tsx'
import { NameDialog } from './studio-name-dialog.tsx'
import { useStudioTexts } from './studio-texts.ts'

const route = getRouteApi('/inside/studio')
const states = ['draft', 'published', 'withdrawn'] as const

/** The courses that a trainer works on. */
export function StudioCoursesPage() {
  const t = useStudioTexts()
  const door = useDoorTexts()
  const word = useWord()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const { search, state } = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const [making, setMaking] = useState(false)
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const courses = useInfiniteQuery({
    ...api.training.listCourses.infiniteQueryOptions(
      { unitId: unitId!, search, state },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
    placeholderData: (before) => before,
  })
  const make = useMutation(
    api.training.createCourse.mutationOptions({
      onSuccess: ({ courseId }) => void navigate({ to: '/studio/courses/$courseId', params: { courseId } }),
    }),
  )
  if (!unitId || !may('training.list-courses')) return <StudioClosed />
  const rows = courses.data?.pages.flatMap((page) => page.rows) ?? []
  const set = (next: { search?: string | undefined; state?: (typeof states)[number] | undefined }) =>
    void navigate({ to: '/studio', search: { search, state, ...next }, replace: true })
  const mayMake = may('training.create-course')
  const makeButton = mayMake ? (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {t('courses.make')}
    </Button>
  ) : null
  return (
    <>
      <PageHeading
        title={t('courses.title')}
        suffix={door('own.product')}
        note={mayMake ? t('courses.note') : null}
        act={makeButton}
        others={
          may('training.list-banks') ? (
            <Button
              component={Link}
              to="/studio/banks"
              variant="default"
              leftSection={<IconBooks size={18} aria-hidden />}
            >
              {t('courses.banks')}
            </Button>
          ) : null
        }
      />
      <FilterBar
        search={search ?? ''}
        searchLabel={t('courses.search')}
        onSearch={(value) => set({ search: value || undefined })}
        {...(search || state ? { onClear: () => set({ search: undefined, state: undefined }) } : {})}
      >
        <Select
          aria-label={t('courses.state')}
          placeholder={t('courses.allStates')}
          clearable
          w={160}
          data={states.map((value) => ({ value, label: word(courseStateWords, value) }))}
          value={state ?? null}
          onChange={(value) => set({ state: states.find((each) => each === value) })}
        />
      </FilterBar>
      {courses.isPending ? <LoadingFace /> : null}
      {courses.error ? <TroubleFace error={courses.error} onRetry={() => void courses.refetch()} /> : null}
      {courses.data ? (
        <CourseTable
          rows={rows}
          total={courses.data.pages[0]?.total ?? rows.length}
          stale={courses.isPlaceholderData}
          onMore={courses.hasNextPage ? () => void courses.fetchNextPage() : undefined}
          loadingMore={courses.isFetchingNextPage}
          empty={
            search || state ? (
              <EmptyFace title={t('courses.none')}>{t('courses.noneLead')}</EmptyFace>
            ) : (
              <EmptyFace title={t('courses.empty')}>{t('courses.emptyLead')}</EmptyFace>
            )
          }
        />
      ) : null}
      {making && unitId ? (
        <NameDialog
          title={t('courses.make')}
          label={t('courses.name')}
          hint={t('courses.nameHint')}
          short={t('courses.nameShort')}
          act={t('courses.create')}
          busy={make.isPending}
          trouble={make.error ? sayWhy(make.error) : null}
          onName={(title) => make.mutate({ unitId, title })}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </>
  )
}
