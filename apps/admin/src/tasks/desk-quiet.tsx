import { Link } from '@tanstack/react-router'
import { useMay, type Grant } from '@dangjian/door/session'
import { DateText } from '@dangjian/ui/date-text'
import { Anchor, Button, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { Desk } from './assignment-data.ts'
import classes from './desk.module.css'

/** Nothing waits: says so kindly, and when the next thing will. */
export function DeskQuiet({ desk, grant }: { desk: Desk; grant: Grant }) {
  const t = useTexts('desk')
  const may = useMay()
  const leader = grant.role === 'associationLeader'
  const untouched = desk.year.months.every(({ due }) => due === 0) && desk.next.total === 0
  if (untouched && may('organisation.preview-society-import') && may('tasks.create-work-plan')) return <FirstSteps />
  return (
    <div className={classes.quietCard}>
      <Text fw={500}>{t(leader ? 'leader' : 'nothing')}</Text>
      <Text size="sm" c="dimmed">
        {t(leader ? 'leaderLead' : desk.next.total > 0 ? 'nextLead' : 'nothingLead')}
      </Text>
      {desk.next.rows.length > 0 && !leader ? (
        <ul className={classes.next}>
          {desk.next.rows.slice(0, 4).map((row) => (
            <li key={row.id}>
              <Anchor component={Link} to={`/tasks/assignments/${row.id}`} size="sm">
                {row.taskTitle}
              </Anchor>{' '}
              <Text span size="sm" c="dimmed">
                <DateText date={row.dueOn} due />
              </Text>
            </li>
          ))}
        </ul>
      ) : null}
      {may('panorama.show-panorama') && (leader || grant.role === 'guidanceCommitteeMember') ? (
        <Button component={Link} to="/panorama" variant={leader ? 'filled' : 'default'} mt="sm">
          {t('toPanorama')}
        </Button>
      ) : null}
    </div>
  )
}

/** An installation in which nothing was done yet: what to begin with. */
function FirstSteps() {
  const t = useTexts('desk')
  const steps = [
    ['import', '/organisation/import'],
    ['plan', '/tasks/plans'],
    ['people', '/organisation/societies'],
  ] as const
  return (
    <div className={classes.quietCard}>
      <Text fw={500}>{t('first.title')}</Text>
      <ol className={classes.next}>
        {steps.map(([key, to]) => (
          <li key={key}>
            <Anchor component={Link} to={to} size="sm">
              {t(`first.${key}`)}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {t(`first.${key}Lead`)}
            </Text>
          </li>
        ))}
      </ol>
      <Text size="sm" c="dimmed">
        {t('first.accounts')}
      </Text>
    </div>
  )
}
