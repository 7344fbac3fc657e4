import type { ReactNode } from 'react'
import classes from './mark-field.module.css'
import type { Tone } from './tokens.ts'

export interface Mark {
  readonly key: string
  /** The name of what the mark stands for, and its state in words. */
  readonly label: string
  readonly tone: Tone
  /** Two or three characters in the mark, where it is large enough. */
  readonly short?: string
}

export interface MarkGroup {
  readonly key: string
  readonly label: string
  readonly marks: readonly Mark[]
}

export interface MarkFieldProps {
  readonly groups: readonly MarkGroup[]
  /** Makes the link round a mark: give it the class name and the label. */
  readonly renderLink: (
    mark: Mark,
    props: { className: string; 'aria-label': string; title: string; children: ReactNode },
  ) => ReactNode
  readonly large?: boolean
}

/** Hundreds of things at one glance: a small mark each, grouped, every one a link with its name. */
export function MarkField({ groups, renderLink, large = false }: MarkFieldProps) {
  return (
    <div className={classes.field} data-large={large || undefined}>
      {groups.map((group) => (
        <section key={group.key} aria-label={group.label}>
          <p className={classes.label}>
            {group.label} <span className="tabular">{group.marks.length}</span>
          </p>
          <ul className={classes.marks}>
            {group.marks.map((mark) => (
              <li
                key={mark.key}
                data-tone={mark.tone}
                style={
                  {
                    '--mark': `var(--tone-${mark.tone}-mark)`,
                    '--mark-text': `var(--tone-${mark.tone}-text)`,
                    '--mark-surface': `var(--tone-${mark.tone}-surface)`,
                  } as React.CSSProperties
                }
              >
                {renderLink(mark, {
                  className: classes.mark ?? '',
                  'aria-label':
                    large && mark.short && !mark.label.startsWith(mark.short)
                      ? `${mark.short} ${mark.label}`
                      : mark.label,
                  title: mark.label,
                  children: large ? (mark.short ?? '') : '',
                })}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
