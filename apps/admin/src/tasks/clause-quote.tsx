import { Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { Clause } from './assignment-data.ts'
import classes from './assignment.module.css'

/** The words of the clauses that ask for something, item by item, each item with where it stands in the work points. */
export function ClauseQuote({ clauses }: { clauses: readonly Clause[] }) {
  const t = useTexts('assignments')
  const items = [...new Set(clauses.map(({ itemNumber }) => itemNumber))].map((number) =>
    clauses.filter(({ itemNumber }) => itemNumber === number),
  )
  return items.map((item) => {
    const [first] = item
    if (!first) return null
    return (
      <figure key={first.id} className={classes.quote}>
        <blockquote>
          {telling(item).map((clause) => (
            <p key={clause.id}>{clause.text}</p>
          ))}
        </blockquote>
        <Text component="figcaption" size="xs" c="dimmed">
          {t('clause.place', { section: first.sectionTitle, number: first.itemNumber, title: first.itemTitle })}
        </Text>
      </figure>
    )
  })
}

/** The same in one line, for rows. */
export function ClauseLine({ clauses }: { clauses: readonly Clause[] }) {
  const t = useTexts('assignments')
  const told = telling(clauses)
  const [first] = told
  if (!first) return null
  return (
    <Text component="span" size="xs" c="dimmed" className={classes.clauseLine} title={first.text}>
      {t('clause.line', { number: first.itemNumber, text: first.text })}
      {told.length > 1 ? t('clause.more', { n: told.length - 1 }) : null}
    </Text>
  )
}

/** Without a clause that says no more than its item's title, where others stand beside it. */
function telling(clauses: readonly Clause[]): readonly Clause[] {
  const told = clauses.filter(({ text, itemTitle }) => text.replace(/[。；;.]$/u, '') !== itemTitle)
  return told.length > 0 ? told : clauses
}
