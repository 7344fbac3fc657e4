import type { ReactNode } from 'react'
import { actionWords, isLoggedAction, Role, roleWords } from '@dangjian/domain/access'
import { postWords, type Post } from '@dangjian/domain/organisation'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { formatInstant } from '@dangjian/ui/date-format'
import { Code, Group, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useLanguage } from '@dangjian/door/language'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'

export interface AuditRow {
  readonly id: string
  readonly at: number
  readonly action: string
  readonly times: number
  readonly personName: string | null
  readonly role: string | null
  readonly actingUnitName: string | null
  readonly targetPersonName: string | null
  readonly targetUnitName: string | null
  readonly subjectRole: Role | null
  readonly subjectPost: Post | null
  readonly refused: boolean
  readonly byCommand: boolean
  readonly sealed: boolean
}

interface AuditTableProps {
  readonly rows: readonly AuditRow[]
  readonly stale: boolean
  readonly onMore: (() => void) | undefined
  readonly loadingMore: boolean
  readonly empty: ReactNode
}

/** The log, a row an entry; what was repeated in one sitting is one row with a count. */
export function AuditTable(props: AuditTableProps) {
  const t = useTexts('audit')
  const frame = useTexts('frame')
  const word = useWord()
  const { language } = useLanguage()
  // Signing in is done by somebody whom the request does not know yet: it names them as the one concerned.
  const whoOf = (row: AuditRow): string => {
    if (row.personName !== null) return row.personName
    if (row.byCommand) return t('command')
    return row.action === 'access.sign-in' && row.targetPersonName ? row.targetPersonName : t('nobody')
  }
  const whatOf = (row: AuditRow): ReactNode => {
    if (!isLoggedAction(row.action)) return <Code>{row.action}</Code>
    const action = word(actionWords, row.action)
    if (row.times > 1) return t('times', { action, count: row.times })
    const { subjectRole: role, subjectPost: post } = row
    const subject = role ? word(roleWords, role) : post && word(postWords, post)
    return subject ? frame('pair', { first: action, second: subject }) : action
  }
  const columns: readonly DataColumn<AuditRow>[] = [
    {
      key: 'at',
      header: t('at'),
      // The year and the day always: an entry may be copied out of the page.
      cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{formatInstant(at, language)}</time>,
    },
    { key: 'who', header: t('who'), primary: true, cell: whoOf },
    { key: 'role', header: t('role'), cell: (row) => <RoleCell row={row} /> },
    {
      key: 'action',
      header: t('action'),
      cell: (row) => (
        <Group gap="xs">
          {whatOf(row)}
          {row.refused ? <StateBadge tone="attention">{t('refused')}</StateBadge> : null}
        </Group>
      ),
    },
    {
      key: 'target',
      header: t('target'),
      cell: (row) => {
        const person = row.targetPersonName === whoOf(row) ? null : row.targetPersonName
        return [person, row.targetUnitName].filter(Boolean).join(' · ') || '–'
      },
    },
    {
      key: 'seal',
      header: t('seal'),
      cell: ({ sealed }) => (
        <StateBadge tone={sealed ? 'good' : 'neutral'}>{t(sealed ? 'sealed' : 'unsealed')}</StateBadge>
      ),
    },
  ]
  return (
    <DataTable
      {...props}
      label={t('title')}
      columns={columns}
      rowKey={({ id }) => id}
      rowLabel={(row) => `${whoOf(row)} ${isLoggedAction(row.action) ? word(actionWords, row.action) : row.action}`}
    />
  )
}

/** In which role, and for which unit. */
function RoleCell({ row }: { row: AuditRow }) {
  const word = useWord()
  const role = Role.safeParse(row.role)
  if (!role.success) return '–'
  return (
    <>
      {word(roleWords, role.data)}
      {row.actingUnitName ? (
        <Text size="xs" c="dimmed">
          {row.actingUnitName}
        </Text>
      ) : null}
    </>
  )
}
