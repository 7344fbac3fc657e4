import type { ReactNode } from 'react'
import { roleWords, type Role, type RoleGrantId } from '@dangjian/domain/access'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { DateText, useToday } from '@dangjian/ui/date-text'
import { Button } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useSession } from '@dangjian/door/session'
import { useTexts } from '../app/texts.ts'
import { useWord } from '@dangjian/door/word'

export interface RoleGrantRow {
  readonly id: RoleGrantId
  readonly personId: string
  readonly personName: string
  readonly role: Role
  readonly unitId: string
  readonly unitName: string
  readonly fromOn: string
  readonly toOn: string | null
}

interface RoleGrantTableProps {
  readonly rows: readonly RoleGrantRow[]
  readonly total: number
  readonly onMore: (() => void) | undefined
  readonly loadingMore: boolean
  readonly onRevoke: (grant: RoleGrantRow) => void
  readonly empty: ReactNode
}

export function RoleGrantTable({ onRevoke, ...rest }: RoleGrantTableProps) {
  const t = useTexts('access')
  const word = useWord()
  const today = useToday()
  const self = useSession()?.person.id
  const columns: readonly DataColumn<RoleGrantRow>[] = [
    {
      key: 'person',
      header: t('grants.person'),
      primary: true,
      value: (row) => row.personName,
      cell: (row) => row.personName,
    },
    {
      key: 'role',
      header: t('grants.role'),
      value: (row) => word(roleWords, row.role),
      cell: (row) => word(roleWords, row.role),
    },
    { key: 'unit', header: t('grants.unit'), value: (row) => row.unitName, cell: (row) => row.unitName },
    {
      key: 'from',
      header: t('grants.from'),
      value: (row) => row.fromOn,
      cell: (row) => <DateText date={row.fromOn} settled />,
    },
    {
      key: 'to',
      header: t('grants.to'),
      value: (row) => row.toOn ?? '9999',
      cell: (row) => (row.toOn ? <DateText date={row.toOn} /> : t('grants.open')),
    },
    {
      key: 'state',
      header: t('grants.state'),
      cell: (row) => {
        if (row.toOn !== null && row.toOn < today) return <StateBadge tone="closed">{t('grants.ended')}</StateBadge>
        if (row.fromOn > today) return <StateBadge tone="neutral">{t('grants.coming')}</StateBadge>
        return <StateBadge tone="good">{t('grants.current')}</StateBadge>
      },
    },
    {
      key: 'acts',
      header: t('grants.acts'),
      align: 'end',
      // Nobody changes their own roles, and what has ended stays as it was.
      cell: (row) =>
        row.personId === self || (row.toOn !== null && row.toOn < today) ? null : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('grants.revoke')}: ${row.personName}, ${word(roleWords, row.role)}`}
            onClick={() => onRevoke(row)}
          >
            {t('grants.revoke')}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      {...rest}
      label={t('grants.title')}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.personName} ${word(roleWords, row.role)}`}
    />
  )
}
