import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  electionStageWords,
  societyCategoryWords,
  termStandingWords,
  unitStateWords,
} from '@dangjian/domain/organisation'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { toneOfStage, toneOfStanding, toneOfState, type ElectionDue, type SocietyRow } from './organisation-data.ts'
import classes from './organisation.module.css'
import { TierMark } from './tier-mark.tsx'
import { UnitLink } from './unit-link.tsx'
import { useElectionsOfSocieties } from './use-elections-of-societies.ts'

interface SocietyTableProps {
  readonly rows: readonly SocietyRow[]
  readonly total: number
  readonly asOn: string | undefined
  readonly stale: boolean
  readonly onMore: (() => void) | undefined
  readonly loadingMore: boolean
  readonly empty: ReactNode
}

export function SocietyTable({ asOn, ...rest }: SocietyTableProps) {
  const t = useTexts('organisation')
  const word = useWord()
  const navigate = useNavigate()
  const search = asOn ? { asOn } : {}
  const tierColumn = (tier: 1 | 2 | 3): DataColumn<SocietyRow> => ({
    key: `tier${tier}`,
    header: t(`tierShort.${tier}`),
    value: (row) => row[`tier${tier}`],
    cell: (row) => (
      <Link to="/organisation/units/$unitId" params={{ unitId: row.id }} search={search} className={classes.quietLink}>
        <TierMark count={row[`tier${tier}`]} tier={tier} />
      </Link>
    ),
    width: '7.5rem',
  })
  const elections = useElectionsOfSocieties()
  const wordOf = ({ stage, standing }: ElectionDue): string =>
    stage ? word(electionStageWords, stage) : word(termStandingWords, standing)
  const electionColumn: DataColumn<SocietyRow> = {
    key: 'election',
    header: t('societies.election'),
    cell: (row) => {
      const due = elections.get(row.id)
      if (!due) return '–'
      return (
        <Link to="/organisation/units/$unitId" params={{ unitId: due.id }} className={classes.quietLink}>
          <StateBadge tone={due.stage ? toneOfStage(due.stage) : toneOfStanding[due.standing]}>
            {wordOf(due)}
          </StateBadge>
        </Link>
      )
    },
    width: '10.5rem',
  }
  const columns: readonly DataColumn<SocietyRow>[] = [
    {
      key: 'code',
      header: t('societies.code'),
      value: (row) => row.code,
      cell: (row) => <span className="tabular">{row.code}</span>,
      width: '6rem',
    },
    {
      key: 'name',
      header: t('societies.name'),
      primary: true,
      value: (row) => row.name,
      cell: (row) => <UnitLink unit={row} asOn={asOn} />,
    },
    {
      key: 'category',
      header: t('societies.category'),
      value: (row) => (row.category ? word(societyCategoryWords, row.category) : ''),
      cell: (row) => (row.category ? word(societyCategoryWords, row.category) : '–'),
      width: '8rem',
    },
    tierColumn(1),
    tierColumn(2),
    tierColumn(3),
    ...(asOn ? [] : [electionColumn]),
    {
      key: 'state',
      header: t('societies.state'),
      value: (row) => word(unitStateWords, row.state),
      cell: (row) => (
        <StateBadge tone={toneOfState[row.state]} plain={row.state === 'active'}>
          {word(unitStateWords, row.state)}
        </StateBadge>
      ),
      width: '8rem',
    },
  ]
  return (
    <DataTable
      {...rest}
      label={t('societies.title')}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      onOpen={(row) => void navigate({ to: '/organisation/units/$unitId', params: { unitId: row.id }, search })}
    />
  )
}
