import { postWords } from '@dangjian/domain/organisation'
import { Button, Collapse, Stack, Text } from '@dangjian/ui/kit'
import { DateText } from '@dangjian/ui/date-text'
import { useDisclosure } from '@dangjian/ui/hooks'
import { IconChevronDown, IconChevronUp } from '@dangjian/ui/icons'
import { useWord } from '@dangjian/door/word'
import type { CourseShown } from './course-page.tsx'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

/** Why do I have this course? Every task that asks it, with the item and the clause that it answers. */
export function CourseReasons({ reasons }: Pick<CourseShown, 'reasons'>) {
  const t = useLearningTexts()
  const word = useWord()
  const [open, { toggle }] = useDisclosure(false)
  const Chevron = open ? IconChevronUp : IconChevronDown
  return (
    <section>
      <Button
        variant="subtle"
        px={4}
        aria-expanded={open}
        aria-controls="reasons"
        rightSection={<Chevron size={16} aria-hidden />}
        onClick={toggle}
      >
        {t('course.why')}
      </Button>
      <Collapse expanded={open} id="reasons">
        {reasons.length === 0 ? <Text c="dimmed">{t('course.whyNone')}</Text> : null}
        <Stack gap="md" mt="xs">
          {reasons.map((reason) => (
            <div key={`${reason.taskTitle}${reason.post}${reason.societyName}`} className={classes.reason}>
              <Text fw={500}>
                {t('course.whyTask', {
                  task: reason.taskTitle,
                  society: reason.societyName,
                  post: word(postWords, reason.post),
                })}
                {' · '}
                <DateText date={reason.dueOn} due />
              </Text>
              {reason.clauses.map(({ itemNumber, itemTitle, clauseText }, index) => (
                <div key={clauseText}>
                  {itemNumber === reason.clauses[index - 1]?.itemNumber ? null : (
                    <Text size="sm" c="dimmed" mt={4}>
                      {t('course.whyClause', { number: itemNumber, title: itemTitle })}
                    </Text>
                  )}
                  <blockquote className={classes.clause}>{clauseText}</blockquote>
                </div>
              ))}
            </div>
          ))}
        </Stack>
        {reasons.length > 0 ? (
          <Text size="sm" c="dimmed" mt="xs">
            {t('course.whyHours')}
          </Text>
        ) : null}
      </Collapse>
    </section>
  )
}
