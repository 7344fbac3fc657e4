import { getRouteApi, Link } from '@tanstack/react-router'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import { CourseList } from './course-list.tsx'
import { TermList } from './term-list.tsx'
import { VacancyList } from './vacancy-list.tsx'
import classes from './organisation.module.css'

const route = getRouteApi('/inside/organisation/elections')

/** Terms that end soon or have ended, elections under way, and posts that nobody holds. */
export function ElectionsPage() {
  const t = useTexts('organisation')
  const frame = useTexts('frame')
  const { standing, vacant, underWay } = route.useSearch()
  return (
    <>
      <PageHeading title={t('elections.title')} suffix={frame('product')} note={t('elections.note')} />
      <nav aria-label={t('elections.title')} className={classes.views}>
        <Link
          to="/organisation/elections"
          search={{}}
          activeOptions={{ exact: true }}
          className={classes.view}
          aria-current={vacant || underWay ? undefined : 'page'}
        >
          {t('elections.terms')}
        </Link>
        <Link
          to="/organisation/elections"
          search={{ underWay: true }}
          activeOptions={{ exact: true }}
          className={classes.view}
          aria-current={underWay ? 'page' : undefined}
        >
          {t('elections.underWay')}
        </Link>
        <Link
          to="/organisation/elections"
          search={{ vacant: true }}
          activeOptions={{ exact: true }}
          className={classes.view}
          aria-current={vacant ? 'page' : undefined}
        >
          {t('elections.vacancies')}
        </Link>
      </nav>
      {vacant ? <VacancyList /> : underWay ? <CourseList /> : <TermList standing={standing} />}
    </>
  )
}
