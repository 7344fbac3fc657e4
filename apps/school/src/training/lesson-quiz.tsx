import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { learningRefusalWords } from '@dangjian/domain/training'
import { InstantText } from '@dangjian/ui/date-text'
import { Alert, Anchor, List, Stack, Text, Title } from '@dangjian/ui/kit'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useLearningTexts } from './learning-texts.ts'
import type { LessonProps } from './lesson-page.tsx'
import { windowKey } from './window-key.ts'
import classes from './learning.module.css'

/** A test before it begins: its rules, what was tried, and the way in. */
export function LessonQuiz({ shown, enrolmentId }: LessonProps) {
  const t = useLearningTexts()
  const word = useWord()
  const navigate = useNavigate()
  const sayWhy = useRefusalWords(learningRefusalWords)
  const start = useMutation(
    useApi().training.startAttempt.mutationOptions({
      onSuccess: ({ attemptId }) => void navigate({ to: `/attempts/${attemptId}` }),
    }),
  )
  const { content, lesson } = shown
  if (content.kind !== 'quiz') return null
  const { questions, outOf, passShare, minutes, extraMinutes, attempts, left, explained, taken } = content
  const open = taken.some(({ state }) => state === 'open')
  const usedUp = left === 0 && !open ? word(learningRefusalWords, 'attempts-used-up', { limit: attempts ?? 0 }) : null
  return (
    <Stack gap="lg">
      <section className={classes.card} aria-labelledby="rules">
        <Title order={2} size="h5" id="rules" mb="xs">
          {t('quiz.rules')}
        </Title>
        <List spacing={4}>
          <List.Item>{t('quiz.questions', { count: questions, outOf })}</List.Item>
          <List.Item>{t('quiz.pass', { share: passShare, marks: Math.ceil(outOf * passShare) / 100 })}</List.Item>
          <List.Item>{minutes === null ? t('quiz.noLimit') : t('quiz.minutes', { minutes })}</List.Item>
          {extraMinutes > 0 ? <List.Item>{t('quiz.extra', { minutes: extraMinutes })}</List.Item> : null}
          <List.Item>
            {attempts === null ? t('quiz.anyNumber') : t('quiz.attempts', { limit: attempts, left: left ?? 0 })}
          </List.Item>
          <List.Item>{t('quiz.anyTime')}</List.Item>
          <List.Item>{t('quiz.saved')}</List.Item>
          <List.Item>{explained ? t('quiz.explained') : t('quiz.notExplained')}</List.Item>
        </List>
        <ReasonedButton
          size="md"
          mt="md"
          fullWidth
          reason={usedUp}
          loading={start.isPending}
          onClick={() => start.mutate({ enrolmentId, lessonId: lesson.id, device: windowKey() })}
        >
          {open ? t('quiz.goOn') : taken.length > 0 ? t('quiz.again') : t('quiz.start')}
        </ReasonedButton>
        {usedUp ? (
          <Text size="sm" c="dimmed" mt="xs">
            {usedUp}
          </Text>
        ) : null}
        {start.error ? (
          <Alert color="red" mt="sm" role="alert">
            {sayWhy(start.error)}
          </Alert>
        ) : null}
      </section>
      {taken.some(({ state }) => state === 'closed') ? (
        <section aria-labelledby="taken">
          <Title order={2} size="h5" id="taken" mb="xs">
            {t('quiz.taken')}
          </Title>
          <ul className={classes.rows}>
            {taken
              .filter(({ state }) => state === 'closed')
              .map((attempt) => (
                <li key={attempt.id} className={classes.lesson}>
                  <span className={classes.lessonWords}>
                    <span>
                      {t('quiz.attempt', { number: attempt.number })} ·{' '}
                      {t('quiz.score', { score: attempt.score ?? 0, outOf: attempt.outOf })}
                    </span>
                    <span className={classes.rowNote}>
                      <InstantText at={attempt.closedAt ?? attempt.startedAt} />
                      <Anchor component={Link} to={`/attempts/${attempt.id}/result`}>
                        {t('quiz.result')}
                      </Anchor>
                    </span>
                  </span>
                  <StateBadge plain tone={attempt.passed ? 'good' : 'neutral'}>
                    {attempt.passed ? t('result.passed') : t('result.failed')}
                  </StateBadge>
                </li>
              ))}
          </ul>
        </section>
      ) : null}
    </Stack>
  )
}
