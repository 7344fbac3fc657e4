import { useRef } from 'react'
import { useLanguage } from '@dangjian/door/language'
import { useHotkeys } from '@dangjian/ui/hooks'
import { IconArrowBackUp } from '@dangjian/ui/icons'
import { Button, Kbd } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { ReviewQueue } from './review-queue.ts'
import classes from './review.module.css'

/** Says what will be closed in a moment, with the way back; its time stands still while one is on it. */
export function HeldBar({ queue }: { queue: ReviewQueue }) {
  const t = useTexts('review')
  const frame = useTexts('frame')
  const { words } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useHotkeys([['z', queue.undo]])
  if (!queue.held) return null
  const { row } = queue.held
  return (
    <div
      ref={box}
      role="group"
      aria-label={t('heldBar')}
      className={classes.held}
      onMouseEnter={queue.bar.pause}
      onMouseLeave={() => (box.current?.contains(document.activeElement) ? undefined : queue.bar.resume())}
      onFocus={queue.bar.pause}
      onBlur={queue.bar.resume}
    >
      <span className={classes.heldWords}>
        {t('held', { title: frame('pair', { first: row.unitName, second: row.taskTitle }) })}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden visibleFrom="sm">
            Z
          </Kbd>
        }
        onClick={queue.undo}
      >
        {words.undo}
      </Button>
    </div>
  )
}
