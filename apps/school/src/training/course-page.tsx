import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { LoadingFace } from '@dangjian/ui/faces'
import { chinaDayOf, formatDate } from '@dangjian/ui/date-format'
import { Alert, Anchor, Button, Stack, Text } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { ProgressWords } from '@dangjian/ui/progress-words'
import type { CourseId } from '@dangjian/domain/training'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useRefusalWords } from '@dangjian/door/word'
import { CourseLessons } from './course-lessons.tsx'
import { CourseReasons } from './course-reasons.tsx'
import { CourseVersions } from './course-versions.tsx'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

const route = getRouteApi('/inside/courses/$courseId')

/** A course for its learner: how far, what is missing, and a button that always leads to the next thing. */
export function CoursePage() {
  const t = useLearningTexts()
  const door = useDoorTexts()
  const { language } = useLanguage()
  const courseId = route.useParams().courseId as CourseId
  const course = useQuery(useApi().training.showCourse.queryOptions({ courseId }))
  if (course.isPending) return <LoadingFace shape="page" />
  if (course.error) return <TroubleFace error={course.error} onRetry={() => void course.refetch()} />
  const { data } = course
  const { enrolment, required, missing, versionNumber, publishedAt } = data
  const done = required - missing.length
  return (
    <>
      <PageHeading
        title={data.title}
        suffix={door('own.product')}
        trail={
          <Anchor component={Link} to="/courses">
            {t('course.back')}
          </Anchor>
        }
        note={
          <>
            {t('courses.hours', { count: data.hours })} ·{' '}
            {t('course.madeBy', { author: data.authorName, unit: data.unitName })}
            {data.audience ? <> · {t('courses.for', { audience: data.audience })}</> : null}
          </>
        }
      />
      <Stack gap="lg" className={classes.course}>
        {data.summary ? <Text className={classes.prose}>{data.summary}</Text> : null}
        <section className={classes.card} aria-label={t('course.progress')}>
          {enrolment?.passedAt != null ? (
            <Text fw={600}>
              {t('course.passed', { date: formatDate(chinaDayOf(enrolment.passedAt), language), count: data.hours })}
            </Text>
          ) : (
            <ProgressWords
              label={t('course.progress')}
              share={required > 0 ? done / required : 0}
              done={t('course.done', { done, required })}
              missing={enrolment ? missingWords(missing) : null}
            />
          )}
          <NextButton course={data} />
        </section>
        <CourseVersions course={data} />
        <CourseReasons reasons={data.reasons} />
        <CourseLessons course={data} />
        <Text size="sm" c="dimmed">
          {t('course.version', { number: versionNumber, date: formatDate(chinaDayOf(publishedAt), language) })}
        </Text>
      </Stack>
    </>
  )

  function missingWords(lessons: typeof missing): string | null {
    const [first] = lessons
    if (!first) return null
    return lessons.length > 2
      ? t('course.missingMore', { what: first.title, count: lessons.length })
      : t('course.missing', { what: lessons.map(({ title }) => title).join(t('course.comma')) })
  }
}

export type CourseShown = NonNullable<ReturnType<typeof useCourse>['data']>
export function useCourse(courseId: CourseId) {
  return useQuery(useApi().training.showCourse.queryOptions({ courseId }))
}

function NextButton({ course }: { course: CourseShown }) {
  const t = useLearningTexts()
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sayWhy = useRefusalWords()
  const { id, enrolment, next, missing, sections } = course
  const first = sections[0]?.lessons[0]
  const begin = useMutation(
    api.training.enrol.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.training.pathKey() })
        if (next) await navigate({ to: `/courses/${id}/lessons/${next.id}` })
      },
    }),
  )
  if (!enrolment) {
    return (
      <>
        <Button size="md" mt="md" fullWidth loading={begin.isPending} onClick={() => begin.mutate({ courseId: id })}>
          {t('course.begin')}
        </Button>
        {begin.error ? (
          <Alert color="red" mt="sm" role="alert">
            {sayWhy(begin.error)}
          </Alert>
        ) : null}
      </>
    )
  }
  const lesson = next ?? first
  const label = next ? t(missing.length > 0 ? 'course.goOn' : 'course.more', { title: next.title }) : t('course.again')
  return (
    <Stack gap="xs" mt="md">
      {enrolment.certificateId ? (
        <Button component={Link} to={`/certificates/${enrolment.certificateId}`} size="md" fullWidth>
          {t('course.certificate')}
        </Button>
      ) : null}
      {lesson ? (
        <Button
          component={Link}
          to={`/courses/${id}/lessons/${lesson.id}`}
          size="md"
          fullWidth
          variant={enrolment.certificateId ? 'default' : 'filled'}
        >
          {label}
        </Button>
      ) : null}
    </Stack>
  )
}
