import { AppShell } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './frame.module.css'
import { measure } from './tokens.ts'

export interface SchoolFrameProps {
  readonly skipText: string
  readonly navigationLabel: string
  readonly offlineText: string
  readonly product: ReactNode
  /** List items with links of class `topLink`. */
  readonly links: ReactNode
  /** List items with links of class `tab`: at most four, for the thumb. */
  readonly tabs: ReactNode
  readonly tools: ReactNode
  /** A page that needs the whole width and no tabs: the studio, an exam. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** One airy column; tabs at the bottom on a phone, links on top elsewhere. */
export function SchoolFrame({ wide = false, ...props }: SchoolFrameProps) {
  const { online } = useNetwork()
  return (
    <AppShell header={{ height: measure.header }} footer={{ height: 64, collapsed: wide }} transitionDuration={0}>
      <a className="skip-link" href="#main">
        {props.skipText}
      </a>
      <AppShell.Header className={classes.header} withBorder={false}>
        {props.product}
        <nav aria-label={props.navigationLabel} className="mantine-visible-from-sm">
          <ul className={classes.topLinks}>{props.links}</ul>
        </nav>
        <div className={classes.spacer} />
        {props.tools}
      </AppShell.Header>
      <AppShell.Main id="main" tabIndex={-1}>
        {online ? null : (
          <div className={classes.notice} role="status">
            {props.offlineText}
          </div>
        )}
        <div className={wide ? classes.page : classes.column}>{props.children}</div>
      </AppShell.Main>
      {wide ? null : (
        <AppShell.Footer hiddenFrom="sm" withBorder={false} component="div">
          <nav aria-label={props.navigationLabel}>
            <ul className={classes.tabs}>{props.tabs}</ul>
          </nav>
        </AppShell.Footer>
      )}
    </AppShell>
  )
}

export { classes as frameClasses }
