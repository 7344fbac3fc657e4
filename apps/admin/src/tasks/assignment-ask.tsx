import { taskKindWords } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { DateText } from '@dangjian/ui/date-text'
import { IconCircleCheck, IconInfoCircle } from '@dangjian/ui/icons'
import { Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { useSubmitReason } from './assignment-acts.tsx'
import type { ShownAssignment } from './assignment-data.ts'
import classes from './assignment.module.css'
import { ClauseQuote } from './clause-quote.tsx'
import { EvidenceChecklist } from './evidence-checklist.tsx'
import { TrainingRows } from './training-rows.tsx'

/** What is asked, and what counts as done: fixed beside everything that happens. */
export function AssignmentAsk({ shown, canWork }: { shown: ShownAssignment; canWork: boolean }) {
  const t = useTexts('assignments')
  const word = useWord()
  const { assignment, task } = shown
  const settled = assignment.state === 'closed' || assignment.state === 'withdrawn' || assignment.state === 'submitted'
  const nothingAsked = task.evidence.length === 0 && !task.training
  return (
    <>
      <section aria-labelledby="ask-title" className={classes.block}>
        <h2 id="ask-title" className={classes.blockTitle}>
          {t('ask.heading')}
        </h2>
        <ClauseQuote clauses={shown.clauses} />
        <dl className={classes.facts}>
          <div>
            <dt>{t('ask.due')}</dt>
            <dd>
              <DateText date={assignment.dueOn} due settled={settled} />
            </dd>
          </div>
          <div>
            <dt>{t('ask.kind')}</dt>
            <dd>{word(taskKindWords, task.kind)}</dd>
          </div>
          <div>
            <dt>{t('ask.society')}</dt>
            <dd>{shown.unit.name}</dd>
          </div>
        </dl>
      </section>
      <section aria-labelledby="done-title" className={classes.block}>
        <h2 id="done-title" className={classes.blockTitle}>
          {t('ask.done')}
        </h2>
        {canWork ? <ReadyLine shown={shown} /> : null}
        {nothingAsked ? (
          <Text size="sm" c="dimmed">
            {t('ask.nothing')}
          </Text>
        ) : null}
        <ul className={classes.checklist}>
          <TrainingRows shown={shown} />
        </ul>
        <EvidenceChecklist shown={shown} canWork={canWork} />
      </section>
    </>
  )
}

function ReadyLine({ shown }: { shown: ShownAssignment }) {
  const t = useTexts('assignments')
  const reason = useSubmitReason(shown)
  const Mark = reason ? IconInfoCircle : IconCircleCheck
  return (
    <p className={classes.ready} data-ready={reason === null || undefined} role="status">
      <Mark size={18} aria-hidden />
      {reason ?? t('ask.ready')}
    </p>
  )
}
