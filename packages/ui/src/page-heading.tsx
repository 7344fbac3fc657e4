import { Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import classes from './page-heading.module.css'

export interface PageHeadingProps {
  readonly title: string
  /** The page's name in the tab, where the heading says something else: a greeting. */
  readonly tab?: string
  /** The product's name: goes behind the title in the tab. */
  readonly suffix?: string
  /** Where this page hangs: links, from the wing down. */
  readonly trail?: ReactNode
  /** One line of what the page is for, or for whom one acts. */
  readonly note?: ReactNode
  /** The state of the thing the page shows. */
  readonly state?: ReactNode
  /** The one primary act. */
  readonly act?: ReactNode
  /** Further acts, quieter than the primary one. */
  readonly others?: ReactNode
}

/** Says where one is. The gold hairline under it is the only gold there is. */
export function PageHeading({ title, tab = title, suffix, trail, note, state, act, others }: PageHeadingProps) {
  useEffect(() => {
    document.title = suffix ? `${tab} · ${suffix}` : tab
  }, [tab, suffix])
  return (
    <header className={classes.heading}>
      {trail ? <div className={classes.trail}>{trail}</div> : null}
      <Group justify="space-between" align="flex-start" gap="md" wrap="wrap">
        <Stack gap={2} className={classes.words}>
          <Group gap="sm" align="center" wrap="wrap">
            <Title order={1} tabIndex={-1} id="page-title">
              {title}
            </Title>
            {state}
          </Group>
          {note ? (
            <Text c="dimmed" size="sm" component="div">
              {note}
            </Text>
          ) : null}
        </Stack>
        {act || others ? (
          <Group gap="xs" className="no-print">
            {others}
            {act}
          </Group>
        ) : null}
      </Group>
    </header>
  )
}
