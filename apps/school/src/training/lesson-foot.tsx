import { Link } from '@tanstack/react-router'
import type { CertificateId } from '@dangjian/domain/training'
import { Alert, Anchor, Button, Stack, Text } from '@dangjian/ui/kit'
import { useNeedWords } from './learning-need.ts'
import { useLearningTexts } from './learning-texts.ts'
import type { LessonShown } from './lesson-page.tsx'
import classes from './learning.module.css'

/** Where to go from a lesson, and what the course still needs. */
export function LessonFoot({
  shown,
  certificateId,
  justPassed,
}: {
  shown: LessonShown
  certificateId: CertificateId | null
  justPassed: boolean
}) {
  const t = useLearningTexts()
  const needWords = useNeedWords()
  const { course, following, previous, missing, next } = shown
  const to = (id: string) => `/courses/${course.id}/lessons/${id}`
  // After the last lesson one goes back: to what is missing, or to what may be learnt besides.
  const onwards = following ?? (next && next.id !== shown.lesson.id ? next : null)
  return (
    <footer className={classes.lessonFoot}>
      {justPassed ? (
        <Alert color="green" title={t('lesson.passedTitle')} role="status" mb="md">
          {t('lesson.passed')}
        </Alert>
      ) : null}
      <Stack gap="xs">
        {certificateId ? (
          <Button component={Link} to={`/certificates/${certificateId}`} size="md" fullWidth>
            {t('lesson.courseDone')}
          </Button>
        ) : null}
        {onwards ? (
          <Button
            component={Link}
            to={to(onwards.id)}
            size="md"
            fullWidth
            variant={shown.lesson.need === null && !certificateId ? 'filled' : 'default'}
          >
            {t(following ? 'lesson.next' : missing.length > 0 ? 'lesson.before' : 'course.more', {
              title: onwards.title,
            })}
          </Button>
        ) : null}
        {course.passedAt === null && missing.length > 0 ? (
          <Text size="sm" c="dimmed" ta="center">
            {t('lesson.courseNeeds', {
              what: missing
                .map(({ title, need }) => (need ? t('course.withNeed', { title, need: needWords(need) }) : title))
                .join(t('course.comma')),
            })}
          </Text>
        ) : null}
        <div className={classes.lessonLinks}>
          {previous ? (
            <Anchor component={Link} to={to(previous.id)} size="sm">
              {t('lesson.previous', { title: previous.title })}
            </Anchor>
          ) : (
            <span />
          )}
          <Anchor component={Link} to={`/courses/${course.id}`} size="sm">
            {t('lesson.backToCourse')}
          </Anchor>
        </div>
      </Stack>
    </footer>
  )
}
