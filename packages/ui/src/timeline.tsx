import type { ReactNode } from 'react'
import classes from './timeline.module.css'
import type { Tone } from './tokens.ts'

export interface TimelineEntry {
  readonly key: string
  readonly tone?: Tone
  /** What happened. */
  readonly title: ReactNode
  /** When and who. */
  readonly note?: ReactNode
  /** Words, files, a form. */
  readonly body?: ReactNode
}

/** Everything that happened, in order; the last entry may be the form for what comes next. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map(({ key, tone = 'neutral', title, note, body }) => (
        <li key={key} className={classes.entry} style={{ '--mark': `var(--tone-${tone}-mark)` } as React.CSSProperties}>
          <div className={classes.title}>{title}</div>
          {note ? <div className={classes.note}>{note}</div> : null}
          {body ? <div className={classes.body}>{body}</div> : null}
        </li>
      ))}
    </ol>
  )
}
