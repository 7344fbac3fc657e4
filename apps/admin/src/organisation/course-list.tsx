import { useQuery } from '@tanstack/react-query'
import { electionHolderWords, electionStageWords, electionStepWords } from '@dangjian/domain/organisation'
import type { DataColumn } from '@dangjian/ui/data-table'
import { DateText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant, useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { electionActionOf, toneOfStage, type ElectionUnderWay } from './organisation-data.ts'
import { UnitTable } from './unit-table.tsx'

/** Elections under way: how far each is, what comes next and who has it; what waits for the reader comes first. */
export function CourseList() {
  const t = useTexts('organisation')
  const api = useApi()
  const word = useWord()
  const may = useMay()
  const unitId = useActingGrant()?.unitId
  const courses = useQuery({
    ...api.organisation.listElectionCourses.queryOptions({ unitId: unitId! }),
    enabled: unitId !== undefined,
  })
  if (courses.error) return <TroubleFace error={courses.error} onRetry={() => void courses.refetch()} />
  if (!courses.data) return <LoadingFace count={6} />
  const mine = ({ next, holder }: ElectionUnderWay): boolean => {
    // Whoever decides for the association may also enter what others do, but is not the one who is waited for.
    if (may('organisation.confirm-election')) return holder === 'association'
    return holder === 'society' && may(electionActionOf(next))
  }
  const rows = courses.data.toSorted((a, b) => Number(mine(b)) - Number(mine(a)))
  const columns: readonly DataColumn<ElectionUnderWay>[] = [
    {
      key: 'stage',
      header: t('elections.stage'),
      value: (row) => row.stage,
      cell: (row) => <StateBadge tone={toneOfStage(row.stage)}>{word(electionStageWords, row.stage)}</StateBadge>,
      width: '10.5rem',
    },
    {
      key: 'since',
      header: t('elections.stageOn'),
      value: (row) => row.stageOn,
      cell: (row) => <DateText date={row.stageOn} settled />,
      width: '9rem',
    },
    {
      key: 'next',
      header: t('elections.next'),
      value: (row) => row.next,
      cell: (row) => (
        <>
          {word(electionStepWords, row.next)}
          <Text size="sm" c="dimmed" component="div">
            {mine(row) ? t('elections.waitsForYou') : word(electionHolderWords, row.holder)}
          </Text>
        </>
      ),
      width: '16rem',
    },
  ]
  return (
    <UnitTable
      label={t('elections.underWay')}
      rows={rows}
      columns={columns}
      empty={<EmptyFace title={t('elections.noneUnderWay')}>{t('elections.noneUnderWayLead')}</EmptyFace>}
    />
  )
}
