import { useId, type ReactNode } from 'react'
import classes from './organisation.module.css'

/** A part of a unit's page: its heading, its act, what it holds. */
export function UnitSection({ title, act, children }: { title: string; act?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h2 id={id}>{title}</h2>
        {act}
      </div>
      {children}
    </section>
  )
}
