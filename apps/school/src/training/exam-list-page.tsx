import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { InstantText } from '@dangjian/ui/date-text'
import { formatTime } from '@dangjian/ui/date-format'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { Button, Stack, Text, Title } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

/** Tests to sit, and those taken. */
export function ExamListPage() {
  const t = useLearningTexts()
  const door = useDoorTexts()
  const exams = useQuery(useApi().training.listMyExams.queryOptions())
  if (exams.isPending) return <LoadingFace />
  if (exams.error) return <TroubleFace error={exams.error} onRetry={() => void exams.refetch()} />
  const { toSit, taken } = exams.data
  return (
    <>
      <PageHeading title={t('exams.title')} suffix={door('own.product')} />
      <Stack gap="xl" className={classes.course}>
        <section aria-labelledby="to-sit">
          <Title order={2} size="h4" id="to-sit">
            {t('exams.toSit')}
          </Title>
          {toSit.length === 0 ? (
            <EmptyFace
              order={3}
              title={t('exams.toSitNone')}
              act={
                <Button component={Link} to="/courses" variant="default">
                  {t('home.allCourses')}
                </Button>
              }
            >
              {t('exams.toSitNoneLead')}
            </EmptyFace>
          ) : null}
          <ul className={classes.rows}>
            {toSit.map((exam) => (
              <li key={exam.lessonId}>
                <Link
                  {...(exam.openAttemptId
                    ? { to: '/attempts/$attemptId', params: { attemptId: exam.openAttemptId } }
                    : {
                        to: '/courses/$courseId/lessons/$lessonId',
                        params: { courseId: exam.courseId, lessonId: exam.lessonId },
                      })}
                  className={classes.lesson}
                >
                  <span className={classes.lessonWords}>
                    <span className={classes.rowTitle}>{exam.lessonTitle}</span>
                    <span className={classes.rowNote}>
                      <span>{exam.courseTitle}</span>
                      {exam.minutes === null ? null : <span>{t('exams.limit', { minutes: exam.minutes })}</span>}
                      {exam.left === null ? null : <span>{t('exams.left', { left: exam.left })}</span>}
                      {exam.deadlineAt === null ? null : (
                        <span>{t('home.examBy', { time: formatTime(exam.deadlineAt) })}</span>
                      )}
                      {exam.ready || exam.openAttemptId ? null : <span>{t('exams.notReady')}</span>}
                    </span>
                  </span>
                  <StateBadge
                    plain
                    tone={exam.openAttemptId ? 'attention' : exam.ready && exam.left !== 0 ? 'active' : 'neutral'}
                  >
                    {exam.openAttemptId ? t('exams.open') : exam.left === 0 ? t('exams.usedUp') : t('exams.ready')}
                  </StateBadge>
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="taken">
          <Title order={2} size="h4" id="taken">
            {t('exams.taken')}
          </Title>
          {taken.length === 0 ? <Text c="dimmed">{t('exams.takenNone')}</Text> : null}
          <ul className={classes.rows}>
            {taken.map((attempt) => (
              <li key={attempt.attemptId}>
                <Link
                  to="/attempts/$attemptId/result"
                  params={{ attemptId: attempt.attemptId }}
                  className={classes.lesson}
                >
                  <span className={classes.lessonWords}>
                    <span className={classes.rowTitle}>{attempt.lessonTitle}</span>
                    <span className={classes.rowNote}>
                      <span>{attempt.courseTitle}</span>
                      <span>{t('quiz.attempt', { number: attempt.number })}</span>
                      <span>{t('quiz.score', { score: attempt.score, outOf: attempt.outOf })}</span>
                      <InstantText at={attempt.closedAt} />
                    </span>
                  </span>
                  <StateBadge plain tone={attempt.passed ? 'good' : 'neutral'}>
                    {attempt.passed ? t('result.passed') : t('result.failed')}
                  </StateBadge>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </Stack>
    </>
  )
}
