import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'
import classes from './video-player.module.css'

interface CreditedBarProps {
  readonly credited: readonly (readonly [from: number, to: number])[]
  readonly duration: number
}

/** Which parts of a recording have been credited. */
export function CreditedBar({ credited, duration }: CreditedBarProps) {
  const { words } = useUi()
  const sum = credited.reduce((total, [from, to]) => total + Math.max(0, to - from), 0)
  const text = fill(words.credited, { percent: Math.min(100, Math.floor((sum / duration) * 100)) })
  return (
    <div className={classes.credited}>
      <div className={classes.track} role="img" aria-label={text}>
        {credited.map(([from, to]) => (
          <span
            key={from}
            style={{
              insetInlineStart: `${(from / duration) * 100}%`,
              width: `${(Math.max(0, to - from) / duration) * 100}%`,
            }}
          />
        ))}
      </div>
      <span className={classes.note}>{text}</span>
    </div>
  )
}
