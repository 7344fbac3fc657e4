import type { ReactNode } from 'react'
import { timelineKindWords, type TimelineKind } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { DateText, InstantText } from '@dangjian/ui/date-text'
import { Timeline } from '@dangjian/ui/timeline'
import type { Tone } from '@dangjian/ui/tokens'
import { useTexts } from '../app/texts.ts'
import type { TimelineRow } from './assignment-data.ts'
import classes from './assignment.module.css'

const toneOf: Partial<Record<TimelineKind, Tone>> = {
  accepted: 'active',
  submitted: 'attention',
  returned: 'bad',
  'part-returned': 'bad',
  closed: 'good',
  'part-accepted': 'good',
  'training-met': 'good',
  reminded: 'attention',
  extended: 'attention',
  withdrawn: 'closed',
}

/** Everything that happened to an assignment; the form for what comes next stands at its end. */
export function AssignmentTimeline({ rows, end }: { rows: readonly TimelineRow[]; end?: ReactNode }) {
  const t = useTexts('assignments')
  const word = useWord()
  const entries = rows.map((row) => ({
    key: row.id,
    tone: toneOf[row.kind] ?? ('neutral' as const),
    title: (
      <>
        {word(timelineKindWords, row.kind)}
        <EntryDetail row={row} />
      </>
    ),
    note: (
      <>
        <InstantText at={row.at} />
        {' · '}
        {row.personName ?? t('timeline.system')}
        {row.unitName ? ` · ${row.unitName}` : ''}
      </>
    ),
    body:
      row.kind === 'training-met' ? (
        <p className={classes.words}>{t('timeline.trainingMet', { share: row.text })}</p>
      ) : row.text ? (
        <p className={classes.words}>{row.text}</p>
      ) : undefined,
  }))
  return (
    <Timeline
      label={t('timeline.label')}
      entries={end ? [...entries, { key: 'next', tone: 'active', title: t('timeline.next'), body: end }] : entries}
    />
  )
}

function EntryDetail({ row: { detail, unitName } }: { row: TimelineRow }) {
  const t = useTexts('assignments')
  const files = detail.fileNames?.join(t('listComma'))
  const said = [detail.title, detail.unitName === unitName ? null : detail.unitName, detail.requirement, files]
    .filter(Boolean)
    .join(' · ')
  if (detail.dueOn) {
    return (
      <span className={classes.detail}>
        <DateText date={detail.dueOn} settled />
      </span>
    )
  }
  return said ? <span className={classes.detail}>{said}</span> : null
}
