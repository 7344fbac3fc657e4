import type { ReactNode } from 'react'
import { Anchor, Button, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import type { Tone } from '@dangjian/ui/tokens'
import { useTexts } from '../app/texts.ts'
import classes from './desk.module.css'

/** Draws a link: where to is known to whoever made the row. */
export type Way = (props: object) => ReactNode

/** One thing on the desk: what it is, and the act that it waits for. */
export interface DeskRow {
  readonly key: string
  readonly title: string
  readonly note?: ReactNode
  readonly link: Way
  /** The act, as the word of a button; none where one only looks. */
  readonly act?: string
}

export interface DeskGroup {
  readonly key: string
  readonly title: string
  readonly tone: Tone
  readonly total: number
  readonly rows: readonly DeskRow[]
  /** How many more there are than stand on the desk. */
  readonly more?: number
  /** Each row stands for many: there are no more rows than these. */
  readonly summed?: boolean
  /** Where all of them stand. */
  readonly link: Way
}

/** Groups of things that wait, each with its number, a link to all of them, and an act at the end of each row. */
export function DeskGroups({ groups }: { groups: readonly DeskGroup[] }) {
  const t = useTexts('desk')
  const frame = useTexts('frame')
  return groups.map((group) => (
    <section key={group.key} className={classes.group} aria-labelledby={`desk-${group.key}`}>
      <h3 id={`desk-${group.key}`} className={classes.groupTitle}>
        <StateBadge tone={group.tone} plain>
          {group.title}
        </StateBadge>
        <Anchor renderRoot={group.link} size="sm" aria-label={t('all', { what: group.title, n: group.total })}>
          {group.total}
        </Anchor>
      </h3>
      {group.rows.length > 0 ? (
        <ul className={classes.rows}>
          {group.rows.map((row) => (
            <li key={row.key} className={classes.row}>
              <div className={classes.rowWords}>
                <Anchor renderRoot={row.link} size="sm" fw={500} c="inherit">
                  {row.title}
                </Anchor>
                {row.note ? (
                  <Text size="xs" c="dimmed" component="div">
                    {row.note}
                  </Text>
                ) : null}
              </div>
              {row.act ? (
                <Button
                  renderRoot={row.link}
                  size="compact-sm"
                  variant="default"
                  aria-label={frame('pair', { first: row.act, second: row.title })}
                >
                  {row.act}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {group.more ? (
        <Anchor renderRoot={group.link} size="sm">
          {t('more', { n: group.more })}
        </Anchor>
      ) : null}
    </section>
  ))
}
