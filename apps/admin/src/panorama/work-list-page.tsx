import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { societyCategoryWords } from '@dangjian/domain/organisation'
import { AssignmentState, assignmentStateWords, isOverdue } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import type { DataColumn } from '@dangjian/ui/data-table'
import { DateText, useToday } from '@dangjian/ui/date-text'
import { Anchor, Group, Select, Switch } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { UnitLink } from '../organisation/unit-link.tsx'
import { FigureList } from './figure-list.tsx'
import { filterOf, type WorkListSearch } from './panorama-search.ts'
import { workStates } from './work-segments.ts'

const route = getRouteApi('/inside/panorama/work')
const toneOf = new Map<AssignmentState, (typeof workStates)[number][1]>(workStates)

interface WorkRow {
  readonly id: string
  readonly taskId: string
  readonly taskTitle: string
  readonly unitId: string
  readonly unitName: string
  readonly category: keyof (typeof societyCategoryWords)['en'] | null
  readonly state: AssignmentState
  readonly dueOn: string
}

/** The assignments that a figure of the panorama counts; each leads to the assignment, its task and its society. */
export function WorkListPage() {
  const t = useTexts('panorama')
  const api = useApi()
  const word = useWord()
  const today = useToday()
  const navigate = useNavigate()
  const search = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const { state, overdue } = search
  const work = useInfiniteQuery({
    ...api.panorama.listWork.infiniteQueryOptions(
      { unitId: unitId!, ...filterOf(search), state, overdue: overdue ?? false },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
  })
  const change = (next: Partial<WorkListSearch>) =>
    void navigate({ to: '/panorama/work', search: { ...search, ...next }, replace: true })
  const columns: readonly DataColumn<WorkRow>[] = [
    {
      key: 'society',
      header: t('list.society'),
      primary: true,
      cell: (row) => <UnitLink unit={{ id: row.unitId, name: row.unitName }} />,
    },
    {
      key: 'task',
      header: t('list.task'),
      cell: (row) => (
        <Anchor
          renderRoot={(props) => (
            <Link to="/tasks/assignments/$assignmentId" params={{ assignmentId: row.id }} {...props} />
          )}
        >
          {row.taskTitle}
        </Anchor>
      ),
    },
    {
      key: 'category',
      header: t('list.category'),
      cell: (row) => (row.category ? word(societyCategoryWords, row.category) : '–'),
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: (row) => (
        <Group gap={4}>
          <StateBadge tone={toneOf.get(row.state) ?? 'neutral'}>{word(assignmentStateWords, row.state)}</StateBadge>
          {isOverdue(row, today) ? <StateBadge tone="bad">{t('list.overdue')}</StateBadge> : null}
        </Group>
      ),
    },
    {
      key: 'due',
      header: t('list.due'),
      cell: (row) => <DateText date={row.dueOn} due settled={!isOverdue(row, today)} />,
    },
  ]
  return (
    <FigureList
      title={t('list.work')}
      note={t('list.workNote')}
      search={search}
      listed={work}
      total={work.data?.pages[0]?.total}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.unitName} ${row.taskTitle}`}
      onOpen={(row) => void navigate({ to: '/tasks/assignments/$assignmentId', params: { assignmentId: row.id } })}
      filters={
        <>
          <Select
            label={t('list.state')}
            placeholder={t('list.anyState')}
            clearable
            w={180}
            data={workStates.map(([value]) => ({ value, label: word(assignmentStateWords, value) }))}
            value={state ?? null}
            onChange={(value) => change({ state: AssignmentState.nullable().parse(value) ?? undefined })}
          />
          <Switch
            mb={8}
            label={t('list.overdueOnly')}
            checked={overdue === true}
            onChange={(event) => change({ overdue: event.currentTarget.checked || undefined })}
          />
        </>
      }
    />
  )
}
