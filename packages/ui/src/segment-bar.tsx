import type { ReactNode } from 'react'
import classes from './segment-bar.module.css'
import type { Tone } from './tokens.ts'

export interface Segment {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly tone: Tone
}

export interface SegmentBarProps {
  readonly label: string
  readonly segments: readonly Segment[]
  /** The words under the bar; with it each figure becomes what it counts: a link. */
  readonly renderItem?: (segment: Segment, words: ReactNode) => ReactNode
  /** Without the words under it, where a table beside says them. */
  readonly bare?: boolean
}

/** Parts of a whole in one line: each part has its word and figure under it. */
export function SegmentBar({ label, segments, renderItem, bare = false }: SegmentBarProps) {
  const sum = segments.reduce((total, { value }) => total + value, 0)
  const shown = segments.filter(({ value }) => value > 0)
  const spoken = segments.map((segment) => `${segment.label} ${segment.value}`).join('，')
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={`${label}：${spoken}`}>
        {shown.map((segment) => (
          <span
            key={segment.key}
            className={classes.part}
            data-tone={segment.tone}
            style={{ flexGrow: segment.value / Math.max(1, sum), background: `var(--tone-${segment.tone}-mark)` }}
          />
        ))}
      </div>
      {bare ? null : (
        <ul className={classes.words}>
          {segments.map((segment) => {
            const words = (
              <>
                <span
                  className={classes.dot}
                  data-tone={segment.tone}
                  style={{ background: `var(--tone-${segment.tone}-mark)` }}
                  aria-hidden
                />
                {segment.label} <b className="tabular">{segment.value}</b>
              </>
            )
            return <li key={segment.key}>{renderItem ? renderItem(segment, words) : words}</li>
          })}
        </ul>
      )}
    </div>
  )
}
