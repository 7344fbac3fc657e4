import { z } from 'zod'
import { FileId, Instant, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import {
  Post,
  PostHoldingId,
  termStanding,
  unitLifecycle,
  UnitState,
  UnitAction,
  warningsOf,
  type UnitWarning,
} from '@dangjian/domain/organisation'
import { countFullMembers, findLastElection, listPostHoldings } from '@dangjian/db/organisation/person-store'
import { findUnit, listChildren, listUnitEvents } from '@dangjian/db/organisation/unit-store'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import { notFound, query } from '../trpc.ts'
import { UnitRow, unitRow } from './unit-row.ts'

/** Everything that stands on a unit's page: its place, posts, term, what it lacks, what is beneath it, its history. */
export const showUnit = query({
  permission: 'organisation.show-unit',
  input: z.strictObject({ unitId: UnitId }),
  output: z.strictObject({
    unit: UnitRow,
    /** From the root down to the parent. */
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
    fullMembers: z.int(),
    term: z
      .strictObject({
        electedOn: LocalDate.nullable(),
        dueOn: LocalDate,
        standing: z.enum(['running', 'due12', 'due6', 'due3', 'overdue']),
      })
      .nullable(),
    warnings: z.array(
      z.strictObject({
        warning: z.string().transform((warning) => warning as UnitWarning),
        detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    ),
    nextActions: z.array(UnitAction),
    events: z.array(
      z.strictObject({
        id: z.string(),
        action: z.string(),
        toState: UnitState,
        happenedOn: LocalDate,
        recordedAt: Instant,
        recordedByName: z.string().nullable(),
        documentNo: z.string().nullable(),
        documentFileId: FileId.nullable(),
        documentFileName: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    const [, ...above] = await ancestorsOf(db, unit.id)
    const path = []
    for (const id of above.toReversed()) {
      const each = await findUnit(db, id)
      if (each) path.push({ id: each.id, name: each.name })
    }
    const holdings = await listPostHoldings(db, unit.id)
    const fullMembers = await countFullMembers(db, unit.id)
    const electedOn = (await findLastElection(db, unit.id))?.heldOn ?? null
    const term = termStanding(unit, electedOn, today)
    const events = await listUnitEvents(db, unit.id)
    return {
      unit: unitRow(unit),
      path,
      children: (await listChildren(db, unit.id)).filter((child) => child.kind !== 'society').map(unitRow),
      posts: holdings.map(({ id, personId, personName, post, fromOn, toOn }) => ({ id, personId, personName, post, fromOn, toOn })),
      fullMembers,
      term: term && { electedOn, ...term },
      warnings: warningsOf(unit, { holdings, fullMembers, electedOn, today }).map((each) => ({ ...each })),
      nextActions: unit.tier === null ? [] : UnitAction.options.filter((action) => unitLifecycle[unit.state][action]),
      events: events.map(({ unitId: _unitId, recordedBy: _recordedBy, ...event }) => event),
    }
  },
})
