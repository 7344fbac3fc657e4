import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { AssignmentId } from '@dangjian/domain/tasks'
import { InstantText, DateText } from '@dangjian/ui/date-text'
import { Loader, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import type { SubmittedRow } from './assignment-data.ts'
import classes from './review.module.css'

interface ReviewListProps {
  readonly rows: readonly SubmittedRow[]
  readonly current: AssignmentId | undefined
  /** Accepted, and not sent yet. */
  readonly held: AssignmentId | undefined
  readonly loading: boolean
}

/** What waits, the longest waiting first. */
export function ReviewList({ rows, current, held, loading }: ReviewListProps) {
  const t = useTexts('review')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav aria-label={t('list')} className={classes.list}>
      <ul ref={list}>
        {rows.map((row) =>
          row.id === held ? (
            <li key={row.id} className={classes.item} data-held>
              <b>{row.unitName}</b>
              <span className={classes.itemTask}>{row.taskTitle}</span>
              <StateBadge tone="attention">{t('heldRow')}</StateBadge>
            </li>
          ) : (
            <li key={row.id}>
              <Link
                to="/tasks/review"
                search={{ open: row.id }}
                className={classes.item}
                aria-current={row.id === current ? 'true' : undefined}
              >
                <span className={classes.itemTop}>
                  <b>{row.unitName}</b>
                  <Text component="span" size="xs" c="dimmed">
                    <InstantText at={row.stateAt} />
                  </Text>
                </span>
                <span className={classes.itemTask}>{row.taskTitle}</span>
                <Text component="span" size="xs" c="dimmed" display="block">
                  {t('pieces', { count: row.evidence })}
                  {' · '}
                  {t('due')} <DateText date={row.dueOn} settled />
                </Text>
              </Link>
            </li>
          ),
        )}
      </ul>
      {loading ? <Loader size="sm" m="md" /> : null}
    </nav>
  )
}
