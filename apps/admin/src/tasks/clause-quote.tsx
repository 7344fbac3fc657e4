import { Text } from '@dangjian/ui/kit'
import type { Clause } from './assignment-data.ts'
import classes from './assignment.module.css'
import { useTexts } from '../app/texts.ts'

/** The words of the clauses that ask for something, each with where it stands in the work points. */
export function ClauseQuote({ clauses }: { clauses: readonly Clause[] }) {
  const t = useTexts('assignments')
  return clauses.map((clause) => (
    <figure key={clause.id} className={classes.quote}>
      <blockquote>{clause.text}</blockquote>
      <Text component="figcaption" size="xs" c="dimmed">
        {t('clause.place', { section: clause.sectionNumber, number: clause.itemNumber, title: clause.itemTitle })}
      </Text>
    </figure>
  ))
}

/** The same in one line, for rows. */
export function ClauseLine({ clauses }: { clauses: readonly Clause[] }) {
  const t = useTexts('assignments')
  const [first] = clauses
  if (!first) return null
  return (
    <Text component="span" size="xs" c="dimmed" className={classes.clauseLine} title={first.text}>
      {t('clause.line', { number: first.itemNumber, text: first.text })}
      {clauses.length > 1 ? t('clause.more', { n: clauses.length - 1 }) : null}
    </Text>
  )
}
