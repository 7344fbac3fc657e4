import { z } from 'zod'
import { Instant, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import {
  exceptionFor,
  movedElection,
  Post,
  PostHoldingId,
  termStanding,
  UnitAction,
  lifecycleOf,
  UnitState,
  UnitWarning,
  UnitEventAction,
  warningsOf,
} from '@dangjian/domain/organisation'
import { countFullMembers, listPostHoldings } from '@dangjian/db/organisation/person-store'
import { findLastElection } from '@dangjian/db/organisation/election-store'
import { listUnitExceptions } from '@dangjian/db/organisation/unit-exception-store'
import { findUnitAsOf, listUnitEvents, listUnitsAsOf } from '@dangjian/db/organisation/unit-history-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { notFound, query } from '../trpc.ts'
import { DocumentShown, documentShown } from './document-shown.ts'
import { approvable } from './elections-beneath.ts'
import { pathWithin } from './unit-path.ts'
import { UnitRow, unitRow } from './unit-row.ts'

/** What the superior approved to be otherwise. */
const Approval = z.strictObject({ approvedOn: LocalDate, untilOn: LocalDate.nullable(), document: DocumentShown })

/** Everything that stands on a unit's page: its place, posts, term, what it lacks, what is beneath it, its history. */
export const showUnit = query({
  permission: 'organisation.show-unit',
  input: z.strictObject({ unitId: UnitId, asOn: LocalDate.optional() }),
  output: z.strictObject({
    unit: UnitRow,
    asOn: LocalDate,
    mergedInto: z.strictObject({ id: UnitId, name: z.string() }).nullable(),
    /** From the unit of the role worn down to the parent. */
    path: z.array(z.strictObject({ id: UnitId, name: z.string() })),
    children: z.array(UnitRow),
    posts: z.array(
      z.strictObject({
        id: PostHoldingId,
        personId: PersonId,
        personName: z.string(),
        post: Post,
        fromOn: LocalDate,
        toOn: LocalDate.nullable(),
      }),
    ),
    /** Of a Party organisation, which is measured by them; null where nothing is. */
    fullMembers: z.int().nullable(),
    term: z
      .strictObject({
        electedOn: LocalDate.nullable(),
        fromOn: LocalDate,
        endsOn: LocalDate,
        /** The term's end, or the day to which the superior moved the election. */
        dueOn: LocalDate,
        moved: Approval.nullable(),
        standing: z.enum(['running', 'due12', 'due6', 'due3', 'overdue']),
      })
      .nullable(),
    warnings: z.array(
      z.strictObject({
        warning: UnitWarning,
        detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        /** The superior approved it to stand. */
        approved: Approval.nullable(),
      }),
    ),
    nextActions: z.array(UnitAction),
    events: z.array(
      z.strictObject({
        id: z.string(),
        action: UnitEventAction,
        toState: UnitState,
        happenedOn: LocalDate,
        recordedAt: Instant,
        recordedByName: z.string().nullable(),
        document: DocumentShown,
        name: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today }) => {
    const day = input.asOn && input.asOn < today ? input.asOn : today
    const isPast = day < today
    const present = (await findUnit(db, input.unitId)) ?? notFound()
    const unit = isPast ? ((await findUnitAsOf(db, present, day)) ?? notFound()) : present
    const children =
      unit.kind === 'association'
        ? []
        : (await listUnitsAsOf(db, unit.id, isPast ? day : null)).filter((child) => child.parentId === unit.id)
    const holdings = (await listPostHoldings(db, unit.id)).filter((holding) => holding.fromOn <= day || !isPast)
    const fullMembers = unit.tier === null ? null : await countFullMembers(db, unit.id, day)
    const electedOn = (await findLastElection(db, unit.id, day))?.heldOn ?? null
    const known = (await listUnitExceptions(db, unit.id)).map(approvable)
    const exceptions = known.filter((each) => each.approvedOn <= day)
    const moved = movedElection(exceptions, electedOn)
    const term = termStanding(unit, electedOn, day, moved?.untilOn)
    const facts = { holdings, fullMembers: fullMembers ?? 0, electedOn, electionMovedTo: moved?.untilOn, today: day }
    const events = (await listUnitEvents(db, unit.id)).filter((event) => !isPast || event.happenedOn <= day)
    const into = present.mergedIntoId && !isPast ? await findUnit(db, present.mergedIntoId) : undefined
    return {
      unit: unitRow(unit),
      asOn: day,
      mergedInto: into ? { id: into.id, name: into.name } : null,
      path: await pathWithin(db, unit, actor.grant?.unitId),
      children: children.toSorted((a, b) => (a.tier ?? 0) - (b.tier ?? 0) || a.seq - b.seq).map(unitRow),
      posts: holdings.map(({ id, personId, personName, post, fromOn, toOn }) => ({
        id,
        personId,
        personName,
        post,
        fromOn,
        toOn,
      })),
      fullMembers,
      term: term && {
        electedOn,
        fromOn: electedOn ?? unit.foundedOn ?? day,
        ...term,
        moved: moved && approvalShown(moved),
      },
      warnings: warningsOf(unit, facts).map((each) => {
        const found = exceptionFor(each, exceptions, { today: day, electedOn })
        return { ...each, approved: found && approvalShown(found) }
      }),
      nextActions:
        unit.kind === 'association' || isPast
          ? []
          : UnitAction.options.filter((action) => lifecycleOf(unit)[unit.state][action]),
      events: events.map((event) => ({
        id: event.id,
        action: event.action,
        toState: event.toState,
        happenedOn: event.happenedOn,
        recordedAt: event.recordedAt,
        recordedByName: event.recordedByName,
        document: documentShown(event),
        name: event.name,
        note: event.note,
      })),
    }
  },
})

function approvalShown(
  row: Omit<Parameters<typeof documentShown>[0], 'documentMediaType' | 'documentSize'> &
    Pick<z.infer<typeof Approval>, 'approvedOn' | 'untilOn'>,
) {
  const { approvedOn, untilOn } = row
  return { approvedOn, untilOn, document: documentShown({ ...row, documentMediaType: null, documentSize: null }) }
}
