import classes from './state-badge.module.css'
import type { Tone } from './tokens.ts'

/** The mark of each tone: told apart without colour. */
const marks: Readonly<Record<Tone, string>> = {
  neutral: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Zm0 1.800a3.200 3.200 0 1 1 0 6.400 3.200 3.200 0 0 1 0-6.400Z',
  active: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Zm0 1.800v6.400a3.200 3.200 0 0 1 0-6.400Z',
  attention: 'M8 2.500 14 13H2L8 2.500Zm-.8 4v3.200h1.600V6.500H7.200Zm0 4v1.300h1.600v-1.300H7.200Z',
  bad: 'M5.500 2.500h5l3 3v5l-3 3h-5l-3-3v-5l3-3Zm.3 2.200L4.700 5.800 6.900 8l-2.200 2.200 1.100 1.100L8 9.100l2.200 2.200 1.100-1.100L9.100 8l2.200-2.200-1.100-1.100L8 6.900 5.800 4.700Z',
  good: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Zm2.700 3.300L7.300 9.700 5.400 7.800l-.9.9 2.800 2.800 4.300-4.300-.9-.9Z',
  closed: 'M4 4h8v8H4V4Zm1.500 3.300v1.400h5V7.300h-5Z',
}

/** A state: a word, a colour and a shape. */
export function StateBadge({ tone, children, plain = false }: { tone: Tone; children: string; plain?: boolean }) {
  return (
    <span
      className={classes.badge}
      data-plain={plain || undefined}
      style={
        {
          '--badge-text': `var(--tone-${tone}-text)`,
          '--badge-surface': `var(--tone-${tone}-surface)`,
          '--badge-mark': `var(--tone-${tone}-mark)`,
        } as React.CSSProperties
      }
    >
      <svg viewBox="0 0 16 16" aria-hidden className={classes.mark}>
        <path d={marks[tone]} fillRule="evenodd" />
      </svg>
      {children}
    </span>
  )
}
