import { postWords, societyCategoryWords } from '@dangjian/domain/organisation'
import { taskKindWords, type Audience } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { DateText, InstantText } from '@dangjian/ui/date-text'
import { useTexts } from '../app/texts.ts'
import { CourseLink } from './course-link.tsx'
import type { ShownTask } from './plan-data.ts'
import classes from './task-page.module.css'

/** Who, when, and what counts as done. */
export function TaskFacts({ task, course }: Pick<ShownTask, 'task' | 'course'>) {
  const t = useTexts('tasks')
  const assignments = useTexts('assignments')
  const word = useWord()
  const comma = assignments('listComma')
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('page.due')}</dt>
        <dd>
          <DateText date={task.dueOn} due settled={task.state === 'withdrawn'} />
        </dd>
      </div>
      <div>
        <dt>{t('page.audience')}</dt>
        <dd>
          <AudienceWords audience={task.audience} />
        </dd>
      </div>
      <div>
        <dt>{t('page.kind')}</dt>
        <dd>{word(taskKindWords, task.kind)}</dd>
      </div>
      {task.publishedAt === null ? null : (
        <div>
          <dt>{t('page.publishedAt')}</dt>
          <dd>
            <InstantText at={task.publishedAt} />
          </dd>
        </div>
      )}
      <div className={classes.wide}>
        <dt>{t('page.evidence')}</dt>
        <dd>
          {task.evidence.length === 0 && !task.training ? t('page.noEvidence') : null}
          {task.evidence
            .map(({ label, kind }) => t('page.wanted', { label, kind: t(`form.evidenceKinds.${kind}`) }))
            .join(comma)}
          {task.training ? (
            <span className={classes.training}>
              {t('page.training', {
                posts: task.training.posts.map((post) => word(postWords, post)).join(comma),
                share: task.training.share,
              })}
              {course ? <CourseLink course={course} /> : null}
            </span>
          ) : null}
        </dd>
      </div>
    </dl>
  )
}

function AudienceWords({ audience }: { audience: Audience }) {
  const t = useTexts('tasks')
  const assignments = useTexts('assignments')
  const word = useWord()
  switch (audience.kind) {
    case 'all':
      return t('page.all')
    case 'category':
      return audience.categories.map((category) => word(societyCategoryWords, category)).join(assignments('listComma'))
    case 'lacking':
      return t('page.lacking', { tier: t(`form.tiers.${audience.tier}`).replace(/^.*?[：:]\s*/, '') })
    case 'chosen':
      return t('page.chosen', { n: audience.unitIds.length })
  }
}
