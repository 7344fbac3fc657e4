import { Text, VisuallyHidden } from '@dangjian/ui/kit'
import { formatDuration } from '@dangjian/ui/date-format'
import { IconClock } from '@dangjian/ui/icons'
import { useLearningTexts } from './learning-texts.ts'
import classes from './exam.module.css'

const MINUTE = 60_000

/** The time left, in words and quiet until the last minutes. Read aloud at five minutes and at one. */
export function ExamTime({ left }: { left: number | null }) {
  const t = useLearningTexts()
  if (left === null)
    return (
      <Text size="sm" c="dimmed">
        {t('exam.noLimit')}
      </Text>
    )
  const minutes = Math.ceil(left / MINUTE)
  const last = left <= 5 * MINUTE
  const words = last
    ? t('exam.leftSeconds', { time: formatDuration(Math.ceil(left / 1000)) })
    : minutes >= 60
      ? t('exam.leftHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
      : t('exam.leftMinutes', { minutes })
  return (
    <span className={classes.time} data-tone={left <= MINUTE ? 'bad' : last ? 'attention' : undefined}>
      <IconClock size={16} aria-hidden />
      <span role="timer">{words}</span>
      <VisuallyHidden>
        <span aria-live="polite">{last ? t('exam.leftMinutes', { minutes: minutes <= 1 ? 1 : 5 }) : ''}</span>
      </VisuallyHidden>
    </span>
  )
}
