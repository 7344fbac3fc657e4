import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { electionStageWords, termStandingWords, unitFormWords, type TermStanding } from '@dangjian/domain/organisation'
import type { DataColumn } from '@dangjian/ui/data-table'
import { DateText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Button, Chip, Group } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { TermBar } from '@dangjian/ui/term-bar'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { toneOfStage, toneOfStanding, type ElectionDue } from './organisation-data.ts'
import { UnitTable } from './unit-table.tsx'

type Standing = Exclude<TermStanding, 'running'>
const STANDINGS: readonly Standing[] = ['overdue', 'due3', 'due6', 'due12']

/** Units whose term ends within a year or has ended, the most urgent first. */
export function TermList({ standing }: { standing: Standing | undefined }) {
  const t = useTexts('organisation')
  const api = useApi()
  const word = useWord()
  const navigate = useNavigate()
  const unitId = useActingGrant()?.unitId
  const due = useQuery({
    ...api.organisation.listElectionsDue.queryOptions({ unitId: unitId! }),
    enabled: unitId !== undefined,
  })
  const show = (next: Standing | undefined) =>
    void navigate({ to: '/organisation/elections', search: next ? { standing: next } : {}, replace: true })
  if (due.error) return <TroubleFace error={due.error} onRetry={() => void due.refetch()} />
  if (!due.data) return <LoadingFace count={10} />
  const count = (each: Standing) => due.data.filter((row) => row.standing === each).length
  const rows = standing ? due.data.filter((row) => row.standing === standing) : due.data
  const columns: readonly DataColumn<ElectionDue>[] = [
    {
      key: 'standing',
      header: t('elections.standing'),
      value: (row) => row.dueOn,
      cell: (row) => (
        <StateBadge tone={toneOfStanding[row.standing]}>{word(termStandingWords, row.standing)}</StateBadge>
      ),
      width: '9.5rem',
    },
    {
      key: 'stage',
      header: t('elections.stage'),
      value: (row) => row.stage ?? '',
      cell: (row) => (
        <StateBadge tone={toneOfStage(row.stage)} plain={row.stage === null}>
          {word(electionStageWords, row.stage ?? 'none')}
        </StateBadge>
      ),
      width: '10.5rem',
    },
    {
      key: 'due',
      header: t('elections.dueOn'),
      value: (row) => row.dueOn,
      cell: (row) => <DateText date={row.dueOn} due />,
      width: '11rem',
    },
    {
      key: 'term',
      header: t('elections.term'),
      cell: (row) => <TermBar fromOn={row.fromOn} toOn={row.dueOn} label={row.name} />,
      width: '12.5rem',
      wideOnly: true,
    },
    {
      key: 'form',
      header: t('elections.form'),
      value: (row) => row.form,
      cell: (row) => (row.form ? word(unitFormWords, row.form) : '–'),
      width: '5.5rem',
    },
    {
      key: 'elected',
      header: t('elections.electedOn'),
      value: (row) => row.electedOn,
      cell: (row) => (row.electedOn ? <DateText date={row.electedOn} settled /> : t('elections.neverElected')),
      width: '8.5rem',
    },
  ]
  return (
    <>
      <FilterBar {...(standing ? { onClear: () => show(undefined) } : {})}>
        <Chip.Group value={standing ?? 'all'} onChange={(value) => show(STANDINGS.find((each) => each === value))}>
          <Group gap="xs">
            <Chip value="all">{`${t('all')} ${due.data.length}`}</Chip>
            {STANDINGS.map((each) => (
              <Chip key={each} value={each}>
                {`${word(termStandingWords, each)} ${count(each)}`}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </FilterBar>
      <UnitTable
        label={t('elections.terms')}
        rows={rows}
        columns={columns}
        empty={
          <EmptyFace
            title={t('elections.none')}
            act={
              standing ? (
                <Button variant="default" onClick={() => show(undefined)}>
                  {t('all')}
                </Button>
              ) : undefined
            }
          >
            {t('elections.noneLead')}
          </EmptyFace>
        }
      />
    </>
  )
}
