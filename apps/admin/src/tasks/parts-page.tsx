import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isPartToDo, type PartState } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant, useMay } from '@dangjian/door/session'
import { DateText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { IconX } from '@dangjian/ui/icons'
import { Button, Group, Switch, Text } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import type { ListedPart } from './assignment-data.ts'
import { PartStateBadge } from './assignment-state.tsx'
import classes from './assignment.module.css'
import { ClauseLine } from './clause-quote.tsx'
import { FinishPartDialog } from './finish-part-dialog.tsx'

const route = getRouteApi('/inside/tasks/parts')
const statesOf = {
  any: ['given', 'returned', 'done'],
  toDo: ['given', 'returned'],
  toConfirm: ['done'],
} as const satisfies Record<string, readonly PartState[]>

/** The parts that societies gave to a unit, to be done and reported by their day. */
export function PartsPage() {
  const t = useTexts('parts')
  const frame = useTexts('frame')
  const api = useApi()
  const navigate = useNavigate()
  const { all, waiting } = route.useSearch()
  const grant = useActingGrant()
  const unitId = grant?.unitId
  const [finishing, setFinishing] = useState<ListedPart | null>(null)
  const parts = useInfiniteQuery({
    ...api.tasks.listParts.infiniteQueryOptions(
      { unitId: unitId!, states: all ? undefined : [...statesOf[waiting ?? 'any']] },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
  })
  const rows = parts.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading title={t('pageTitle')} suffix={frame('product')} note={t('pageNote')} />
      <FilterBar>
        <Switch
          style={{ alignSelf: 'center' }}
          label={t('showAll')}
          checked={all === true}
          onChange={(event) =>
            void navigate({
              to: '/tasks/parts',
              search: event.currentTarget.checked ? { all: true } : {},
              replace: true,
            })
          }
        />
        {waiting ? (
          <Button
            variant="default"
            rightSection={<IconX size={14} aria-hidden />}
            onClick={() => void navigate({ to: '/tasks/parts', search: {}, replace: true })}
          >
            {t(waiting)}
          </Button>
        ) : null}
      </FilterBar>
      {parts.isPending ? <LoadingFace shape="cards" count={3} /> : null}
      {parts.error ? <TroubleFace error={parts.error} onRetry={() => void parts.refetch()} /> : null}
      {parts.data && rows.length === 0 ? <EmptyFace title={t('nothing')}>{t('nothingLead')}</EmptyFace> : null}
      <ul className={classes.cards} aria-label={t('pageTitle')}>
        {rows.map((part) => (
          <PartCard key={part.id} part={part} onFinish={() => setFinishing(part)} />
        ))}
      </ul>
      {parts.hasNextPage ? (
        <Button variant="default" loading={parts.isFetchingNextPage} onClick={() => void parts.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      {finishing ? <FinishPartDialog part={finishing} onClose={() => setFinishing(null)} /> : null}
    </>
  )
}

function PartCard({ part, onFinish }: { part: ListedPart; onFinish: () => void }) {
  const t = useTexts('parts')
  const may = useMay()
  return (
    <li className={classes.card}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <h2 className={classes.cardTitle}>{part.title}</h2>
        <PartStateBadge state={part.state} />
      </Group>
      <Text size="sm" component="div">
        <DateText date={part.dueOn} due settled={!isPartToDo(part)} />
        <Text span size="sm" c="dimmed">
          {' · '}
          {part.unitName}
          {part.personName ? ` · ${part.personName}` : ''}
        </Text>
      </Text>
      <Text size="sm" c="dimmed" component="div">
        {t('from', { society: part.societyName, task: part.taskTitle })}
      </Text>
      <ClauseLine clauses={part.clauses} />
      {part.returnReason ? (
        <Text size="sm" c="var(--tone-bad-text)" mt={4}>
          {t('returnReason', { reason: part.returnReason })}
        </Text>
      ) : null}
      {part.report && part.state !== 'returned' ? <p className={classes.words}>{part.report}</p> : null}
      {isPartToDo(part) && may('tasks.finish-part') ? (
        <Button mt="xs" variant="default" onClick={onFinish} aria-label={t('finishTitle', { title: part.title })}>
          {t('finish')}
        </Button>
      ) : null}
    </li>
  )
}
