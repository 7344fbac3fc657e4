import { getRouteApi, Link } from '@tanstack/react-router'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import { TermList } from './term-list.tsx'
import { VacancyList } from './vacancy-list.tsx'
import classes from './organisation.module.css'

const route = getRouteApi('/inside/organisation/elections')

/** Terms that end soon or have ended, and posts that nobody holds. */
export function ElectionsPage() {
  const t = useTexts('organisation')
  const frame = useTexts('frame')
  const { standing, vacant } = route.useSearch()
  return (
    <>
      <PageHeading title={t('elections.title')} suffix={frame('product')} note={t('elections.note')} />
      <nav aria-label={t('elections.title')} className={classes.views}>
        <Link
          to="/organisation/elections"
          search={{}}
          className={classes.view}
          aria-current={vacant ? undefined : 'page'}
        >
          {t('elections.terms')}
        </Link>
        <Link
          to="/organisation/elections"
          search={{ vacant: true }}
          className={classes.view}
          aria-current={vacant ? 'page' : undefined}
        >
          {t('elections.vacancies')}
        </Link>
      </nav>
      {vacant ? <VacancyList /> : <TermList standing={standing} />}
    </>
  )
}
