import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { CertificateId, CourseId, EnrolmentId, LessonId, LessonNeed, PlayedRange } from '@dangjian/domain/training'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { Anchor, Button } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useCourse } from './course-page.tsx'
import { LessonFoot } from './lesson-foot.tsx'
import { LessonText } from './lesson-text.tsx'
import { useNeedWords } from './learning-need.ts'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

const LessonMedia = lazy(async () => ({ default: (await import('./lesson-media.tsx')).LessonMedia }))
const LessonPdf = lazy(async () => ({ default: (await import('./lesson-pdf.tsx')).LessonPdf }))
const LessonQuiz = lazy(async () => ({ default: (await import('./lesson-quiz.tsx')).LessonQuiz }))

const route = getRouteApi('/inside/courses/$courseId/lessons/$lessonId')

/** One lesson: it reads like a page of a book, and says what is still needed. */
export function LessonPage() {
  const t = useLearningTexts()
  const { courseId, lessonId } = route.useParams() as { courseId: CourseId; lessonId: LessonId }
  const course = useCourse(courseId)
  if (course.isPending) return <LoadingFace shape="page" />
  if (course.error) return <TroubleFace error={course.error} onRetry={() => void course.refetch()} />
  const { enrolment } = course.data
  if (!enrolment) {
    return (
      <EmptyFace
        order={1}
        title={t('lesson.notBegun')}
        act={
          <Button component={Link} to={`/courses/${courseId}`}>
            {t('lesson.toCourse')}
          </Button>
        }
      >
        {t('lesson.notBegunLead')}
      </EmptyFace>
    )
  }
  return (
    <Lesson key={lessonId} enrolmentId={enrolment.id} lessonId={lessonId} certificateId={enrolment.certificateId} />
  )
}

export function useLesson(enrolmentId: EnrolmentId, lessonId: LessonId) {
  return useQuery(useApi().training.showLesson.queryOptions({ enrolmentId, lessonId }))
}
export type LessonShown = NonNullable<ReturnType<typeof useLesson>['data']>

/** What every kind of lesson is given. */
export interface LessonProps {
  readonly shown: LessonShown
  readonly enrolmentId: EnrolmentId
  /** The server said what is still needed of the lesson, and what is counted: the whole page says the same at once. */
  readonly onNeed: (need: LessonNeed | null, played?: PlayedRange[]) => void
  /** Something was learnt: what stands on the page is asked for anew. */
  readonly onMoved: (passed?: { readonly certificateId: CertificateId | null }) => void
}

function Lesson({
  enrolmentId,
  lessonId,
  certificateId,
}: {
  enrolmentId: EnrolmentId
  lessonId: LessonId
  certificateId: CertificateId | null
}) {
  const t = useLearningTexts()
  const door = useDoorTexts()
  const api = useApi()
  const queries = useQueryClient()
  const needWords = useNeedWords()
  const lesson = useLesson(enrolmentId, lessonId)
  const [passed, setPassed] = useState<CertificateId | null>(null)
  useEffect(() => window.scrollTo({ top: 0 }), [])
  if (lesson.isPending) return <LoadingFace shape="page" />
  if (lesson.error) return <TroubleFace error={lesson.error} onRetry={() => void lesson.refetch()} />
  const shown = lesson.data
  const { need, required, title } = shown.lesson
  const onMoved: LessonProps['onMoved'] = (done) => {
    if (done?.certificateId) setPassed(done.certificateId)
    void queries.invalidateQueries({ queryKey: api.training.pathKey() })
  }
  const onNeed: LessonProps['onNeed'] = (now, played) =>
    queries.setQueryData(api.training.showLesson.queryKey({ enrolmentId, lessonId }), (before) =>
      before
        ? {
            ...before,
            lesson: { ...before.lesson, need: now },
            content: played && 'played' in before.content ? { ...before.content, played } : before.content,
            missing: before.missing.flatMap((each) =>
              each.id !== lessonId ? [each] : now === null ? [] : [{ ...each, need: now }],
            ),
          }
        : before,
    )
  const props = { shown, enrolmentId, onNeed, onMoved }
  return (
    <article className={classes.lessonPage}>
      <PageHeading
        title={title}
        suffix={door('own.product')}
        trail={
          <Anchor component={Link} to={`/courses/${shown.course.id}`}>
            {shown.course.title} · {shown.sectionTitle}
          </Anchor>
        }
        state={need === null ? <StateBadge tone="good">{t('lesson.done')}</StateBadge> : null}
        note={
          <>
            {need ? t('lesson.needs', { need: needWords(need) }) : null}
            {required ? null : <> {t('lesson.optional')}</>}
          </>
        }
      />
      <Suspense fallback={<LoadingFace shape="cards" count={1} />}>
        {shown.content.kind === 'text' ? <LessonText {...props} /> : null}
        {shown.content.kind === 'video' || shown.content.kind === 'audio' ? <LessonMedia {...props} /> : null}
        {shown.content.kind === 'pdf' ? <LessonPdf {...props} /> : null}
        {shown.content.kind === 'quiz' ? <LessonQuiz {...props} /> : null}
      </Suspense>
      <LessonFoot shown={shown} certificateId={passed ?? certificateId} justPassed={passed !== null} />
    </article>
  )
}
