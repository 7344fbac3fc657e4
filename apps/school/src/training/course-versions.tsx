import { chinaDayOf, formatDate } from '@dangjian/ui/date-format'
import { Alert, Text } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'
import type { CourseShown } from './course-page.tsx'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

/** What the trainer says of the version at hand, and of the newer ones for who stays on an older. */
export function CourseVersions({ course }: { course: CourseShown }) {
  const t = useLearningTexts()
  const { language } = useLanguage()
  const { changeNote, enrolment, newerVersions, versionNumber } = course
  const [latest] = newerVersions
  return (
    <>
      {changeNote ? <Text className={classes.prose}>{t('course.note', { note: changeNote })}</Text> : null}
      {enrolment && latest ? (
        <Alert color="gray">
          {t(enrolment.passedAt === null ? 'course.newer' : 'course.newerPassed', {
            number: versionNumber,
            latest: latest.number,
          })}
          {newerVersions
            .filter((each) => each.changeNote !== '')
            .map(({ number, publishedAt, changeNote: note }) => (
              <Text key={number} size="sm" mt="xs" className={classes.prose}>
                {t('course.newerNote', { number, date: formatDate(chinaDayOf(publishedAt), language), note })}
              </Text>
            ))}
        </Alert>
      ) : null}
    </>
  )
}
