import { useState } from 'react'
import { memberStatusWords, postWords } from '@dangjian/domain/organisation'
import { LoadingFace } from '@dangjian/ui/faces'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { IconSearch } from '@dangjian/ui/icons'
import { Button, Group, Text, TextInput } from '@dangjian/ui/kit'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { CorrectPersonDialog } from './correct-person-dialog.tsx'
import { JoinUnitDialog } from './join-unit-dialog.tsx'
import { LeaveUnitDialog } from './leave-unit-dialog.tsx'
import type { PersonRow, UnitRow } from './organisation-data.ts'
import classes from './organisation.module.css'
import { UnitLink } from './unit-link.tsx'
import { UnitSection } from './unit-section.tsx'
import { usePeople } from './use-people.ts'

const PAGE = 10

/** The people of the unit itself, who join and leave here; a society's page shows those of its tiers as well. */
export function UnitPeople({ unit, asOn }: { unit: UnitRow; asOn: string | undefined }) {
  const t = useTexts('unit')
  const may = useMay()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const [joining, setJoining] = useState(false)
  const [leaving, setLeaving] = useState<PersonRow | null>(null)
  const [correcting, setCorrecting] = useState<PersonRow | null>(null)
  const { people, rows, total } = usePeople(
    { unitId: unit.id, direct: unit.tier !== null, asOn, search: search || undefined },
    PAGE,
  )
  const ended = unit.state === 'merged' || unit.state === 'dissolved'
  const mayChange = asOn === undefined && !ended && may('organisation.join-unit')
  return (
    <UnitSection
      title={t('people.title')}
      act={
        mayChange ? (
          <Button size="compact-sm" variant="default" onClick={() => setJoining(true)}>
            {t('people.join')}
          </Button>
        ) : null
      }
    >
      {people.hasNextPage || rows.length > PAGE || search ? (
        <TextInput
          type="search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={50}
          mb="xs"
          w={{ base: '100%', xs: 260 }}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {people.isPending ? <LoadingFace count={3} /> : null}
      {people.error ? <TroubleFace error={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.data && rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {search ? t('people.nobody') : t('people.none')}
          {search || !mayChange ? '' : `，${t('people.noneLead')}`}
        </Text>
      ) : null}
      <ul className={classes.rows}>
        {rows.map((row) => (
          <PersonItem
            key={row.id}
            row={row}
            unitId={unit.id}
            acts={
              mayChange && row.units.some((each) => each.unitId === unit.id) ? (
                <Group gap={4}>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t('people.correctLabel', { name: row.name })}
                    onClick={() => setCorrecting(row)}
                  >
                    {t('people.correct')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t('people.leaveLabel', { name: row.name })}
                    onClick={() => setLeaving(row)}
                  >
                    {t('people.leave')}
                  </Button>
                </Group>
              ) : null
            }
          />
        ))}
      </ul>
      {rows.length > 0 ? (
        <Group justify="space-between" mt="xs">
          <Text size="sm" c="dimmed" role="status">
            {total === undefined ? '' : t('people.total', { count: total })}
          </Text>
          {people.hasNextPage ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={people.isFetchingNextPage}
              onClick={() => void people.fetchNextPage()}
            >
              {t('people.more')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {joining ? <JoinUnitDialog unitId={unit.id} onClose={() => setJoining(false)} /> : null}
      {leaving ? <LeaveUnitDialog unitId={unit.id} person={leaving} onClose={() => setLeaving(null)} /> : null}
      {correcting ? (
        // The row as it is now: after somebody else's change the next try carries the new `rev`.
        <CorrectPersonDialog
          unitId={unit.id}
          person={rows.find(({ id }) => id === correcting.id) ?? correcting}
          onClose={() => setCorrecting(null)}
        />
      ) : null}
    </UnitSection>
  )
}

function PersonItem({ row, unitId, acts }: { row: PersonRow; unitId: string; acts: React.ReactNode }) {
  const word = useWord()
  const elsewhere = row.units.some((each) => each.unitId === unitId) ? undefined : row.units[0]
  const posts = row.posts
    .filter((each) => elsewhere !== undefined || each.unitId === unitId)
    .map(({ post }) => word(postWords, post))
  return (
    <li className={classes.row}>
      <div className={classes.rowWords}>
        <Text component="span" fw={500}>
          {row.name}
        </Text>{' '}
        <Text component="span" size="sm" c="dimmed">
          {[word(memberStatusWords, row.memberStatus), ...posts].join(' · ')}
        </Text>
      </div>
      {elsewhere ? <UnitLink unit={{ id: elsewhere.unitId, name: elsewhere.unitName }} small /> : null}
      {acts}
    </li>
  )
}
