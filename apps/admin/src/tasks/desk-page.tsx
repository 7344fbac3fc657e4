import { useQuery } from '@tanstack/react-query'
import { roleWords } from '@dangjian/domain/access'
import { useApi } from '@dangjian/door/api'
import { LoadingPage, TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant, useSession, type Grant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useMediaQuery } from '@dangjian/ui/hooks'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import { DeskGroups } from './desk-groups.tsx'
import { DeskQuiet } from './desk-quiet.tsx'
import { DeskYear } from './desk-year.tsx'
import classes from './desk.module.css'
import { useDeskGroups } from './use-desk-groups.tsx'

/** What waits for me, what I wait for, and the year in one strip. */
export function DeskPage() {
  const grant = useActingGrant()
  return grant ? <Desk key={grant.id} grant={grant} /> : <LoadingPage />
}

function Desk({ grant }: { grant: Grant }) {
  const t = useTexts('desk')
  const frame = useTexts('frame')
  const word = useWord()
  const session = useSession()
  const desk = useQuery(useApi().tasks.showDesk.queryOptions({ unitId: grant.unitId }))
  // On a phone what waits comes first.
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false
  const { mine, theirs } = useDeskGroups(desk.data, grant)
  const heading = (
    <PageHeading
      title={t('greeting', { name: session?.person.name ?? '' })}
      tab={frame('wing.desk')}
      suffix={frame('product')}
      note={`${grant.unitName} · ${word(roleWords, grant.role)}`}
    />
  )
  if (desk.error) return <TroubleFace error={desk.error} onRetry={() => void desk.refetch()} />
  if (!desk.data) return <LoadingPage />
  const year = desk.data.year.months.some(({ due }) => due > 0)
  return (
    <>
      {heading}
      {year && !narrow ? <DeskYear year={desk.data.year} /> : null}
      <div className={classes.columns}>
        <section aria-labelledby="mine-title">
          <h2 id="mine-title" className={classes.title}>
            {t('mine')}
          </h2>
          {mine.length > 0 ? <DeskGroups groups={mine} /> : <DeskQuiet desk={desk.data} grant={grant} />}
        </section>
        <section aria-labelledby="theirs-title">
          <h2 id="theirs-title" className={classes.title}>
            {t('theirs')}
          </h2>
          {theirs.length > 0 ? (
            <DeskGroups groups={theirs} />
          ) : (
            <p className={classes.quiet}>{t('waitingForNothing')}</p>
          )}
        </section>
      </div>
      {year && narrow ? <DeskYear year={desk.data.year} /> : null}
    </>
  )
}
