import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { attemptClosedByWords, type AttemptId } from '@dangjian/domain/training'
import { LoadingFace } from '@dangjian/ui/faces'
import { formatInstant } from '@dangjian/ui/date-format'
import { Anchor, Button, Stack, Text, Title } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { refusalOf, useWord } from '@dangjian/door/word'
import { ExamOver } from './exam-over.tsx'
import { ResultQuestion } from './result-question.tsx'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

const route = getRouteApi('/inside/attempts/$attemptId/result')

export function useResult(attemptId: AttemptId) {
  return useQuery({
    ...useApi().training.showResult.queryOptions({ attemptId }),
    // The server is still collecting: look again in a moment.
    refetchInterval: ({ state }) => (refusalOf(state.error) === 'attempt-still-open' ? 2000 : false),
  })
}
export type ResultShown = NonNullable<ReturnType<typeof useResult>['data']>

/** The result of an attempt: passed or what to do now, the hours and the certificate, then question by question. */
export function ResultPage() {
  const t = useLearningTexts()
  const door = useDoorTexts()
  const word = useWord()
  const { language } = useLanguage()
  const result = useResult(route.useParams().attemptId as AttemptId)
  if (result.isPending || refusalOf(result.error) === 'attempt-still-open') {
    return result.isPending ? <LoadingFace shape="page" /> : <ExamOver />
  }
  if (result.error) return <TroubleFace error={result.error} onRetry={() => void result.refetch()} />
  const shown = result.data
  const { passed, questions } = shown
  return (
    <>
      <PageHeading
        title={shown.lessonTitle}
        suffix={door('own.product')}
        trail={
          <Anchor component={Link} to={`/courses/${shown.courseId}`}>
            {shown.courseTitle}
          </Anchor>
        }
        state={
          <StateBadge tone={passed ? 'good' : 'attention'}>
            {passed ? t('result.passed') : t('result.failed')}
          </StateBadge>
        }
        note={`${t('result.attempt', { number: shown.number })} · ${t('result.closed', {
          by: word(attemptClosedByWords, shown.closedBy),
          at: formatInstant(shown.closedAt, language),
        })}`}
      />
      <Stack gap="xl" className={classes.course}>
        <WhatNow shown={shown} />
        <section aria-labelledby="questions">
          <Title order={2} size="h4" id="questions" mb="xs">
            {t('result.questions')}
          </Title>
          {questions === null ? <Text c="dimmed">{t('result.hidden')}</Text> : null}
          <ol className={classes.rows}>
            {questions?.map((question, place) => (
              <li key={place}>
                <ResultQuestion question={question} place={place} />
              </li>
            ))}
          </ol>
        </section>
      </Stack>
    </>
  )
}

function WhatNow({ shown }: { shown: ResultShown }) {
  const t = useLearningTexts()
  const { passed, score, outOf, passShare, left, course, courseId, lessonId } = shown
  const tryAgain =
    left === null ? t('result.failedAny') : left > 0 ? t('result.failedLeft', { left }) : t('result.failedNone')
  const next = course.missing[0]
  return (
    <section className={classes.card}>
      <Text fw={600} size="lg">
        {t('result.score', { score, outOf, pass: Math.ceil(outOf * passShare) / 100 })}
      </Text>
      {passed ? null : <Text mt="xs">{tryAgain}</Text>}
      {course.passedAt !== null ? (
        <Text mt="xs">
          {t('result.coursePassed')}
          {course.entry ? (
            <>
              {' · '}
              <Anchor component={Link} to="/me">
                {t('result.entry', { hours: course.entry.hours, cycle: course.entry.cycle })}
              </Anchor>
            </>
          ) : null}
        </Text>
      ) : null}
      <Stack gap="xs" mt="md">
        {course.certificateId ? (
          <Button component={Link} to={`/certificates/${course.certificateId}`} size="md">
            {t('result.certificate')}
          </Button>
        ) : passed && next ? (
          <Button component={Link} to={`/courses/${courseId}/lessons/${next.id}`} size="md">
            {t('result.goOn', { title: next.title })}
          </Button>
        ) : !passed && left !== 0 ? (
          <Button component={Link} to={`/courses/${courseId}/lessons/${lessonId}`} size="md" variant="default">
            {t('result.again')}
          </Button>
        ) : null}
        <Button component={Link} to={`/courses/${courseId}`} variant="default">
          {t('result.course')}
        </Button>
      </Stack>
    </section>
  )
}
