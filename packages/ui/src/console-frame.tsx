import { ActionIcon, AppShell, Drawer } from '@mantine/core'
import { useDisclosure, useNetwork } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './frame.module.css'
import { IconMenu2 } from './icons.tsx'
import { measure } from './tokens.ts'

export interface ConsoleFrameProps {
  readonly skipText: string
  readonly navigationLabel: string
  readonly openMenuLabel: string
  readonly offlineText: string
  /** Name of the product, a link to its first page. */
  readonly product: ReactNode
  /** The rail; on a phone it comes out as a drawer. `close` shuts that. */
  readonly rail: (close: () => void) => ReactNode
  /** What stands at the end of the top bar. */
  readonly tools: ReactNode
  readonly children: ReactNode
}

/** Rail, top bar and page: the frame of a place where people work all day. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const [opened, { open, close }] = useDisclosure(false)
  const { online } = useNetwork()
  return (
    <AppShell
      header={{ height: measure.header }}
      navbar={{ width: measure.rail, breakpoint: 'md', collapsed: { mobile: true } }}
      transitionDuration={0}
    >
      <a className="skip-link" href="#main">
        {props.skipText}
      </a>
      <AppShell.Header className={classes.header} withBorder={false}>
        <ActionIcon
          hiddenFrom="md"
          variant="subtle"
          color="gray"
          size="lg"
          onClick={open}
          aria-label={props.openMenuLabel}
        >
          <IconMenu2 size={22} />
        </ActionIcon>
        {props.product}
        <div className={classes.spacer} />
        {props.tools}
      </AppShell.Header>
      <AppShell.Navbar visibleFrom="md" className={classes.rail} withBorder={false} aria-label={props.navigationLabel}>
        {props.rail(close)}
      </AppShell.Navbar>
      <Drawer opened={opened} onClose={close} size={measure.rail + 48} title={props.product} padding="sm">
        <nav aria-label={props.navigationLabel}>{props.rail(close)}</nav>
      </Drawer>
      <AppShell.Main id="main" tabIndex={-1}>
        {online ? null : (
          <div className={classes.notice} role="status">
            {props.offlineText}
          </div>
        )}
        <div className={classes.page}>{props.children}</div>
      </AppShell.Main>
    </AppShell>
  )
}

export { classes as frameClasses }
