import type { ReactNode } from 'react'
import classes from './phone-frame.module.css'
import { useUi } from './ui-context.tsx'

/** A page as it looks on a phone of 390 by 844, for people who write on a laptop. */
export function PhoneFrame({ children, label }: { children: ReactNode; label?: string }) {
  const { words } = useUi()
  return (
    <section className={classes.phone} aria-label={label ?? words.preview}>
      <div className={classes.screen} tabIndex={0}>
        {children}
      </div>
    </section>
  )
}
