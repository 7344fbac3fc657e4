import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { electionStageWords, termStandingWords } from '@dangjian/domain/organisation'
import { deskLists, type AssignmentId, type DeskCount } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import type { Grant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { DateText, InstantText, useToday } from '@dangjian/ui/date-text'
import type { Tone } from '@dangjian/ui/tokens'
import { useTexts } from '../app/texts.ts'
import type { AssignmentRow, Desk } from './assignment-data.ts'
import { ClauseLine } from './clause-quote.tsx'
import type { AssignmentSearch, PartSearch } from './assignment-search.ts'
import type { DeskGroup, DeskRow, Way } from './desk-groups.tsx'

/** Rows of what is not of the tasks themselves: elections due. */
const SHOWN = 4

const toAssignment =
  (id: string): Way =>
  (props) => <Link to="/tasks/assignments/$assignmentId" params={{ assignmentId: id }} {...props} />
/** What is to be done is counted whatever year's plan asks for it. */
const toList =
  (search: AssignmentSearch): Way =>
  (props) => <Link to="/tasks/assignments" search={{ year: 'all', ...search }} {...props} />
const toReview =
  (open?: AssignmentId): Way =>
  (props) => <Link to="/tasks/review" search={open ? { open } : {}} {...props} />
const toParts =
  (waiting: NonNullable<PartSearch['waiting']>): Way =>
  (props) => <Link to="/tasks/parts" search={{ waiting }} {...props} />
const toUnit =
  (id: string): Way =>
  (props) => <Link to={`/organisation/units/${id}` as string} {...props} />
const toElections: Way = (props) => <Link to={'/organisation/elections' as string} {...props} />
const toCoverage: Way = (props) => <Link to={'/organisation/coverage' as string} {...props} />

/** Which groups stand on whose desk: what a society has to do is what the association waits for. */
export function useDeskGroups(desk: Desk | undefined, grant: Grant): { mine: DeskGroup[]; theirs: DeskGroup[] } {
  const t = useTexts('desk')
  const organisation = useOrganisationGroups(grant)
  const lists = deskLists(useToday())
  if (!desk) return { mine: [], theirs: [] }
  const society = grant.role === 'societySecretary' || grant.role === 'societyCadre'
  const across = isAcross(grant)
  const leader = grant.role === 'associationLeader'

  const note = (row: AssignmentRow) => (
    <>
      {across ? `${row.unitName} · ` : null}
      <DateText date={row.dueOn} due settled={row.state === 'submitted'} />
      {row.returned ? ` · ${t('because', { reason: row.returned.text })}` : null}
      {row.reminded ? ` · ${t('reminded', { text: row.reminded.text })}` : null}
      {row.returned || across ? null : <ClauseLine clauses={row.clauses} />}
    </>
  )
  const group = (key: DeskCount, tone: Tone): DeskGroup => ({
    key,
    tone,
    title: t(`group.${key}`),
    total: desk[key].total,
    link: toList(lists[key]),
    rows: desk[key].rows.map((row) => ({
      key: row.id,
      title: row.taskTitle,
      note: note(row),
      link: toAssignment(row.id),
      ...(society ? { act: t(`act.${key}`) } : {}),
    })),
  })
  const parts = (key: 'partsToDo' | 'partsToConfirm', tone: Tone, act: string | null): DeskGroup => ({
    key,
    tone,
    title: t(society ? `group.${key}Society` : `group.${key}`),
    total: desk[key].total,
    link: toParts(waitingOf[key]),
    rows: desk[key].rows.map((part) => ({
      key: part.id,
      title: part.title,
      note: (
        <>
          {society ? part.unitName : part.taskTitle}
          {' · '}
          <DateText date={part.dueOn} due settled={part.state === 'done'} />
          {part.returnReason ? ` · ${t('because', { reason: part.returnReason })}` : null}
        </>
      ),
      link: society ? toAssignment(part.assignmentId) : toParts(waitingOf[key]),
      ...(act ? { act } : {}),
    })),
  })
  const review: DeskGroup = {
    key: 'toReview',
    tone: 'attention',
    title: t('group.toReview'),
    total: desk.toReview.total,
    link: toReview(),
    rows: desk.toReview.rows.map((row) => ({
      key: row.id,
      title: row.taskTitle,
      note: (
        <>
          {row.unitName} · {t('submittedAt')} <InstantText at={row.stateAt} />
        </>
      ),
      link: toReview(row.id),
      act: t('act.toReview'),
    })),
  }
  const returned = group('returned', 'bad')
  const overdue = group('overdue', 'bad')
  const toAccept = group('toAccept', 'neutral')
  const standing = (groups: readonly DeskGroup[]) => eachOnce(groups.filter(({ total }) => total > 0))
  if (society) {
    return {
      mine: standing([
        returned,
        group('ready', 'good'),
        overdue,
        toAccept,
        group('dueSoon', 'attention'),
        parts('partsToConfirm', 'attention', t('act.partsToConfirm')),
        ...organisation,
      ]),
      theirs: standing([group('submitted', 'attention'), parts('partsToDo', 'active', null)]),
    }
  }
  if (across) {
    return {
      // A leader reads: nothing waits for them.
      mine: leader ? [] : standing([review, ...organisation]),
      theirs: standing([overdue, returned, toAccept, ...(leader ? organisation : [])]),
    }
  }
  return {
    mine: standing([parts('partsToDo', 'attention', t('act.partsToDo')), ...organisation]),
    theirs: standing([parts('partsToConfirm', 'active', null)]),
  }
}

const waitingOf = { partsToDo: 'toDo', partsToConfirm: 'toConfirm' } as const

/** What was returned and is overdue counts in both groups, and stands in the first; a group of more has its own first. */
function eachOnce(groups: readonly DeskGroup[]): DeskGroup[] {
  const shown = new Set<string>()
  return groups.map((group) => {
    if (group.summed) return group
    const more = group.total - group.rows.length
    const others = group.rows.filter(({ key }) => !shown.has(key))
    const rows = others.length === 0 && more > 0 ? group.rows : others
    for (const { key } of rows) shown.add(key)
    return { ...group, rows, more }
  })
}

/** Whether one looks after many societies. */
function isAcross({ role }: Grant): boolean {
  return role === 'associationAdministrator' || role === 'guidanceCommitteeMember' || role === 'associationLeader'
}

/** What the organisation asks for: elections within six months or overdue, and tiers that are lacking. */
function useOrganisationGroups(grant: Grant): DeskGroup[] {
  const t = useTexts('desk')
  const api = useApi()
  const word = useWord()
  const { unitId } = grant
  const across = isAcross(grant)
  const elections = useQuery(api.organisation.listElectionsDue.queryOptions({ unitId }))
  const coverage = useQuery(api.organisation.showCoverage.queryOptions({ unitId }))
  // One that is a year off is no reason to speak; where others are nearer, it counts as on their page.
  const due = elections.data?.some(({ standing }) => standing !== 'due12') ? elections.data : []
  const lacking = ([1, 2, 3] as const)
    .map((tier) => ({
      tier,
      count: (coverage.data?.cells ?? [])
        .filter((cell) => cell.tier === tier)
        .reduce((sum, cell) => sum + cell.societies - cell.covered, 0),
    }))
    .filter(({ count }) => count > 0)
  const electionRows: DeskRow[] = due.slice(0, SHOWN).map((unit) => ({
    key: unit.id,
    title: unit.name,
    note: (
      <>
        {word(termStandingWords, unit.standing)} · <DateText date={unit.dueOn} due />
        {unit.stage ? ` · ${word(electionStageWords, unit.stage)}` : ''}
      </>
    ),
    link: toUnit(unit.id),
    act: t('act.elections'),
  }))
  return [
    {
      key: 'elections',
      tone: 'attention',
      title: t('group.elections'),
      total: due.length,
      link: toElections,
      rows: electionRows,
    },
    {
      key: 'gaps',
      summed: true,
      tone: 'neutral',
      title: t('group.gaps'),
      total: lacking.reduce((sum, { count }) => sum + count, 0),
      link: toCoverage,
      rows: lacking.map(({ tier, count }) => ({
        key: String(tier),
        title: t(across ? `gap.tier${tier}` : `ownGap.tier${tier}`, { n: count }),
        link: across
          ? (props: object) => <Link to="/organisation/societies" search={{ lackingTier: tier }} {...props} />
          : toCoverage,
        act: t('act.gaps'),
      })),
    },
  ]
}
