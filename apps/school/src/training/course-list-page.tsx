import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { DateText } from '@dangjian/ui/date-text'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Button, Center } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

const route = getRouteApi('/inside/courses')

/** The catalogue of what one may learn. */
export function CourseListPage() {
  const t = useLearningTexts()
  const may = useMay()
  const door = useDoorTexts()
  const navigate = useNavigate()
  const { search } = route.useSearch()
  const courses = useInfiniteQuery(
    useApi().training.listOpenCourses.infiniteQueryOptions(
      { search },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, placeholderData: (before) => before },
    ),
  )
  const set = (value: string) =>
    void navigate({ to: '/courses', search: value ? { search: value } : {}, replace: true })
  const rows = courses.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading title={t('courses.title')} suffix={door('own.product')} />
      <FilterBar
        search={search ?? ''}
        searchLabel={t('courses.search')}
        onSearch={set}
        {...(search ? { onClear: () => set('') } : {})}
      />
      {courses.isPending ? <LoadingFace shape="cards" count={4} /> : null}
      {courses.error ? <TroubleFace error={courses.error} onRetry={() => void courses.refetch()} /> : null}
      {courses.data && rows.length === 0 ? (
        <EmptyFace
          title={search ? t('courses.none') : t('courses.empty')}
          act={
            !search && may('training.create-course') ? (
              <Button component={Link} to="/studio">
                {t('courses.toStudio')}
              </Button>
            ) : null
          }
        >
          {search ? t('courses.noneLead') : t('courses.emptyLead')}
        </EmptyFace>
      ) : null}
      <ul className={classes.cards}>
        {rows.map((row) => (
          <li key={row.courseId}>
            <Link to="/courses/$courseId" params={{ courseId: row.courseId }} className={classes.courseCard}>
              <span className={classes.rowTitle}>{row.title}</span>
              <span className={classes.summary}>{row.summary}</span>
              <span className={classes.rowNote}>
                <span>{t('courses.hours', { count: row.hours })}</span>
                <span>{row.unitName}</span>
                {row.audience ? <span>{t('courses.for', { audience: row.audience })}</span> : null}
              </span>
              <span className={classes.rowNote}>
                {row.passedAt !== null ? (
                  <StateBadge tone="good">{t('courses.passed')}</StateBadge>
                ) : row.startedAt !== null ? (
                  <StateBadge tone="active">{t('courses.learning')}</StateBadge>
                ) : null}
                {row.dueOn && row.passedAt === null ? (
                  <span>
                    {t('courses.asked')} <DateText date={row.dueOn} due />
                  </span>
                ) : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {courses.hasNextPage ? (
        <Center mt="lg">
          <Button variant="default" loading={courses.isFetchingNextPage} onClick={() => void courses.fetchNextPage()}>
            {t('courses.more')}
          </Button>
        </Center>
      ) : null}
    </>
  )
}
