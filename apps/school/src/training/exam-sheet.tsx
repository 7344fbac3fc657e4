import { Text } from '@dangjian/ui/kit'
import type { ExamSession } from './exam-session.ts'
import { useLearningTexts } from './learning-texts.ts'
import classes from './exam.module.css'

interface SheetProps {
  readonly session: ExamSession
  readonly total: number
  readonly place: number
  readonly go: (place: number) => void
}

/** All questions at a glance: answered, marked, not yet on the server. Each state has its shape as well as its words. */
export function ExamSheet({ session, total, place, go }: SheetProps) {
  const t = useLearningTexts()
  const { open, marked, unsaved } = session
  return (
    <>
      <ol className={classes.sheet}>
        {Array.from({ length: total }, (_, slot) => {
          const states = [
            ...(open.includes(slot)
              ? unsaved.includes(slot)
                ? []
                : [t('exam.legend.open')]
              : [t('exam.legend.answered')]),
            ...(marked.includes(slot) ? [t('exam.legend.marked')] : []),
            ...(unsaved.includes(slot) ? [t('exam.legend.unsaved')] : []),
          ]
          return (
            <li key={slot}>
              <button
                type="button"
                className={classes.cell}
                data-answered={!open.includes(slot) || undefined}
                data-marked={marked.includes(slot) || undefined}
                data-unsaved={unsaved.includes(slot) || undefined}
                aria-current={slot === place ? 'step' : undefined}
                aria-label={t('exam.cell', { number: slot + 1, states: states.join('，') })}
                onClick={() => go(slot)}
              >
                {slot + 1}
              </button>
            </li>
          )
        })}
      </ol>
      <Text size="xs" c="dimmed" component="div" className={classes.legend}>
        <span>
          <i className={classes.sample} data-answered /> {t('exam.legend.answered')}
        </span>
        <span>
          <i className={classes.sample} /> {t('exam.legend.open')}
        </span>
        <span>
          <i className={classes.sample} data-marked /> {t('exam.legend.marked')}
        </span>
        <span>
          <i className={classes.sample} data-unsaved /> {t('exam.legend.unsaved')}
        </span>
      </Text>
    </>
  )
}
