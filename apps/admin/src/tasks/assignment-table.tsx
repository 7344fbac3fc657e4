import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { societyCategoryWords } from '@dangjian/domain/organisation'
import { taskKindWords } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { DateText, InstantText } from '@dangjian/ui/date-text'
import { Anchor, Group, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import type { AssignmentRow } from './assignment-data.ts'
import { AssignmentStateBadge } from './assignment-state.tsx'
import classes from './assignment.module.css'
import { ClauseLine } from './clause-quote.tsx'

interface AssignmentTableProps {
  readonly label: string
  readonly rows: readonly AssignmentRow[]
  /** Those of many societies: each row names its own. */
  readonly across: boolean
  readonly total: number
  readonly onMore: (() => void) | undefined
  readonly loadingMore: boolean
  readonly stale: boolean
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  readonly selectionActs?: ReactNode
  readonly empty: ReactNode
}

export function AssignmentTable({ across, ...rest }: AssignmentTableProps) {
  const t = useTexts('assignments')
  const word = useWord()
  const navigate = useNavigate()
  const society: DataColumn<AssignmentRow> = {
    key: 'society',
    header: t('list.society'),
    width: '13rem',
    cell: (row) => (
      <Text size="sm" span>
        {row.unitName}
        {row.category ? (
          <Text span size="xs" c="dimmed">
            {` ${word(societyCategoryWords, row.category)}`}
          </Text>
        ) : null}
      </Text>
    ),
  }
  const columns: readonly DataColumn<AssignmentRow>[] = [
    {
      key: 'task',
      header: t('list.task'),
      primary: true,
      cell: (row) => (
        <div className={classes.named}>
          <Anchor component={Link} to={`/tasks/assignments/${row.id}`} fw={500}>
            {row.taskTitle}
          </Anchor>
          <ClauseLine clauses={row.clauses} />
        </div>
      ),
    },
    ...(across ? [society] : []),
    { key: 'due', header: t('list.due'), cell: (row) => <DateText date={row.dueOn} due settled={isSettled(row)} /> },
    {
      key: 'state',
      header: t('list.state'),
      cell: (row) => (
        <Group gap={4} wrap="wrap">
          <AssignmentStateBadge state={row.state} />
          {row.overdue ? <StateBadge tone="bad">{t('overdue')}</StateBadge> : null}
          {row.reminded ? <StateBadge tone="attention">{t('reminded')}</StateBadge> : null}
        </Group>
      ),
    },
    {
      key: 'kind',
      header: t('list.kind'),
      wideOnly: true,
      cell: (row) => <span className={classes.whole}>{word(taskKindWords, row.taskKind)}</span>,
    },
    {
      key: 'parts',
      header: t('list.parts'),
      align: 'end',
      wideOnly: true,
      cell: (row) => (row.parts.total > 0 ? `${row.parts.total - row.parts.open}/${row.parts.total}` : '–'),
    },
    {
      key: 'moved',
      header: t('list.moved'),
      wideOnly: true,
      cell: (row) => (
        <span className={classes.whole}>{row.state === 'assigned' ? '–' : <InstantText at={row.movedAt} />}</span>
      ),
    },
  ]
  return (
    <DataTable
      {...rest}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.taskTitle} ${across ? row.unitName : ''}`}
      onOpen={(row) => void navigate({ to: `/tasks/assignments/${row.id}` })}
    />
  )
}

function isSettled(row: AssignmentRow): boolean {
  return row.state === 'closed' || row.state === 'withdrawn' || row.state === 'submitted'
}
