import { isTrainingMet } from '@dangjian/domain/tasks'
import { postWords } from '@dangjian/domain/organisation'
import { useWord } from '@dangjian/door/word'
import { InstantText } from '@dangjian/ui/date-text'
import { IconCircleCheck, IconCircleDashed } from '@dangjian/ui/icons'
import { Anchor, Group, Spoiler, Text } from '@dangjian/ui/kit'
import { ProgressWords } from '@dangjian/ui/progress-words'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from '../app/texts.ts'
import type { ShownAssignment } from './assignment-data.ts'
import classes from './assignment.module.css'
import { CourseLink } from './course-link.tsx'

/** What the training of a task answers by itself: how many have passed, who, and by which record. */
export function TrainingRows({ shown }: { shown: ShownAssignment }) {
  const t = useTexts('assignments')
  const word = useWord()
  const { language } = useLanguage()
  const { training, task } = shown
  if (!training || !task.training) return null
  const met = isTrainingMet(training)
  const Mark = met ? IconCircleCheck : IconCircleDashed
  const posts = task.training.posts.map((post) => word(postWords, post)).join(t('listComma'))
  const missing = Math.max(0, training.needed - training.passed)
  return (
    <li className={classes.checkRow}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Mark size={20} className={classes.checkMark} data-done={met || undefined} aria-hidden />
        <div className={classes.checkWords}>
          <Text size="sm" fw={500}>
            {t('training.title')}
            {shown.course ? <CourseLink course={shown.course} /> : null}
            <Text span size="xs" c="dimmed">
              {t('training.rule', { posts, share: task.training.share })}
            </Text>
          </Text>
          {training.concerned === 0 ? (
            <Text size="sm" c="var(--tone-attention-text)">
              {t('training.nobody', { posts })}
            </Text>
          ) : (
            <>
              <ProgressWords
                label={t('training.title')}
                share={training.needed === 0 ? 1 : training.passed / training.needed}
                done={t('training.done', { passed: training.passed, concerned: training.concerned })}
                missing={met ? t('training.met') : t('training.missing', { n: missing })}
              />
              <Spoiler
                maxHeight={150}
                showLabel={t('training.all', { n: training.people.length })}
                hideLabel={t('evidence.fold')}
              >
                <ul className={classes.people} lang={language}>
                  {training.people.map((person) => (
                    <li key={person.personId} data-passed={person.passedAt !== null || undefined}>
                      <span>{person.personName}</span>
                      {person.passedAt === null ? (
                        <Text span size="xs" c="dimmed">
                          {t('training.notYet')}
                        </Text>
                      ) : (
                        <Text span size="xs" c="dimmed">
                          {t('training.passedOn')} <InstantText at={person.passedAt} />
                          {person.certificateId ? (
                            <>
                              {' · '}
                              <Anchor
                                display="inline-block"
                                size="xs"
                                href={`/certificates/${person.certificateId}`}
                                target="_blank"
                                rel="noreferrer"
                              >
                                {t('training.certificate')}
                              </Anchor>
                            </>
                          ) : null}
                        </Text>
                      )}
                    </li>
                  ))}
                </ul>
              </Spoiler>
            </>
          )}
        </div>
      </Group>
    </li>
  )
}
