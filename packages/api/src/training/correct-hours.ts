import { z } from 'zod'
import { correctHours as decide, correctionOnceKey, HourEntryId, MendingReason } from '@dangjian/domain/training'
import { findHourEntry, insertHourEntry, listHourEntries } from '@dangjian/db/training/hour-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'
import { giverOfHours } from './record-scope.ts'

/** Corrects an entry of somebody's ledger by a counter-entry, with the reason that they read beside it. */
export const correctHours = command({
  permission: 'training.correct-hours',
  input: z.strictObject({
    hourEntryId: HourEntryId,
    /** What it ought to have been; nothing when the entry ought not to be. */
    hours: z.number().min(0).max(1000).multipleOf(0.25),
    reason: MendingReason,
  }),
  output: z.strictObject({ counterEntryId: HourEntryId, hourEntryId: HourEntryId.nullable() }),
  target: giverOfHours,
  run: async ({ db, input, actor, now, newId, note }) => {
    const entry = (await findHourEntry(db, input.hourEntryId)) ?? notFound()
    const ledger = await listHourEntries(db, entry.personId)
    const ids = { counter: newId<HourEntryId>(), replacement: newId<HourEntryId>() }
    const { counter, replacement } = accept(decide(entry, ledger, input, actor.personId, ids, now))
    // Two corrections at once: the ledger takes the first, whatever both have read.
    if (!(await insertHourEntry(db, counter, correctionOnceKey(entry.id)))) refuseWith('hours-already-corrected')
    if (replacement) await insertHourEntry(db, replacement, correctionOnceKey(entry.id, 'replacement'))
    note({ personId: entry.personId, hourEntryId: entry.id, from: entry.hours, to: input.hours })
    return { counterEntryId: counter.id, hourEntryId: replacement?.id ?? null }
  },
})
