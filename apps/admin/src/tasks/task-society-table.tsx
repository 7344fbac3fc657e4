import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { daysBetween, localDateOf } from '@dangjian/domain/access'
import { societyCategoryWords } from '@dangjian/domain/organisation'
import { assignmentStateWords, settledAt } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { DateText, InstantText, useToday } from '@dangjian/ui/date-text'
import { Anchor, Group } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { AssignmentStateBadge } from './assignment-state.tsx'
import type { TaskAssignmentRow } from './plan-data.ts'

interface TaskSocietyTableProps {
  readonly rows: readonly TaskAssignmentRow[]
  readonly stale: boolean
  readonly empty: ReactNode
  readonly selection: {
    readonly selected?: ReadonlySet<string>
    readonly onSelect?: (selected: ReadonlySet<string>) => void
    readonly selectionActs?: ReactNode
  }
}

/** The societies of a task: dense, sorted by what one looks for, the longest silence first if one likes. */
export function TaskSocietyTable({ rows, stale, empty, selection }: TaskSocietyTableProps) {
  const t = useTexts('tasks')
  const word = useWord()
  const navigate = useNavigate()
  const today = useToday()
  const waiting = (row: TaskAssignmentRow): number | null =>
    settledAt(row) === null ? daysBetween(localDateOf(row.stateAt), today) : null
  const columns: readonly DataColumn<TaskAssignmentRow>[] = [
    {
      key: 'society',
      header: t('list.society'),
      primary: true,
      value: (row) => row.unitCode ?? row.unitName,
      cell: (row) => (
        <Anchor component={Link} to={`/tasks/assignments/${row.id}`} fw={500}>
          {row.unitName}
        </Anchor>
      ),
    },
    {
      key: 'category',
      header: t('list.category'),
      value: (row) => row.category ?? '',
      cell: (row) => (row.category ? word(societyCategoryWords, row.category) : '–'),
    },
    {
      key: 'state',
      header: t('list.state'),
      value: (row) => word(assignmentStateWords, row.state),
      cell: (row) => (
        <Group gap={4} wrap="wrap">
          <AssignmentStateBadge state={row.state} />
          {row.overdue ? <StateBadge tone="bad">{t('list.overdue')}</StateBadge> : null}
        </Group>
      ),
    },
    {
      key: 'moved',
      header: t('list.moved'),
      value: (row) => (row.state === 'assigned' ? 0 : row.movedAt),
      cell: (row) => (row.state === 'assigned' ? '–' : <InstantText at={row.movedAt} />),
    },
    {
      key: 'waiting',
      header: t('list.waiting'),
      align: 'end',
      value: (row) => waiting(row) ?? -1,
      cell: (row) => {
        const days = waiting(row)
        return days === null ? '–' : t('list.days', { n: days })
      },
    },
    {
      key: 'due',
      header: t('list.due'),
      value: (row) => row.dueOn,
      cell: (row) => <DateText date={row.dueOn} due settled={!row.overdue} />,
    },
    {
      key: 'reminded',
      header: t('list.reminded'),
      wideOnly: true,
      value: (row) => row.remindedAt ?? 0,
      cell: (row) => (row.remindedAt === null ? '–' : <InstantText at={row.remindedAt} />),
    },
  ]
  return (
    <DataTable
      {...selection}
      label={t('list.label')}
      rows={rows}
      total={rows.length}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.unitName}
      onOpen={(row) => void navigate({ to: `/tasks/assignments/${row.id}` })}
      stale={stale}
      empty={empty}
    />
  )
}
