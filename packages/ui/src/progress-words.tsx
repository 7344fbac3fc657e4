import { Text } from '@mantine/core'
import classes from './progress-words.module.css'

export interface ProgressWordsProps {
  /** `已完成 3/5 节`. */
  readonly done: string
  /** `还差：第三节测验`; none when all is done. */
  readonly missing?: string | null
  /** 0 to 1. */
  readonly share: number
  readonly label: string
}

/** Progress in words first, with a bar for the eye. */
export function ProgressWords({ done, missing, share, label }: ProgressWordsProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className={classes.bar} style={{ width: `${percent}%` }} data-full={percent === 100 || undefined} />
      </div>
      <Text size="sm" mt={4}>
        {done}
        {missing ? (
          <Text span inherit c="dimmed">
            {' · '}
            {missing}
          </Text>
        ) : null}
      </Text>
    </div>
  )
}
