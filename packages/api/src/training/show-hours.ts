import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'
import { cycleOf, defaultCreditRule, sumHours } from '@dangjian/domain/training'
import { listHourEntries } from '@dangjian/db/training/hour-store'
import { query } from '../trpc.ts'
import { HourRow, hourRowsOf } from './hour-row.ts'
import { HourSummary, hourSummaryOf } from './hour-summary.ts'

/** The ledger of a cycle with every entry explained, as it stands or as it stood on a day. */
export const showHours = query({
  permission: 'training.show-hours',
  input: z.strictObject({ cycle: z.int().min(2000).max(2100).optional(), asOn: LocalDate.optional() }),
  output: z.strictObject({
    /** Cycles with entries, and the present one; the latest first. */
    cycles: z.array(z.int()),
    summary: HourSummary,
    /** The sum on the day asked about; null when none was. */
    totalAsOn: z.number().nullable(),
    rule: z.strictObject({ version: LocalDate, source: z.strictObject({ 'zh-CN': z.string(), en: z.string() }) }),
    entries: z.array(HourRow),
  }),
  run: async ({ db, input, actor, today }) => {
    const entries = await listHourEntries(db, actor.personId)
    const cycle = input.cycle ?? cycleOf(today)
    const cycles = new Set([cycleOf(today), ...entries.map((entry) => entry.cycle)])
    return {
      cycles: [...cycles].toSorted((a, b) => b - a),
      summary: await hourSummaryOf(db, actor.personId, today, cycle, entries),
      totalAsOn: input.asOn ? sumHours(entries, cycle, input.asOn).total : null,
      rule: { version: defaultCreditRule.version, source: { ...defaultCreditRule.source } },
      entries: hourRowsOf(entries).filter((entry) => entry.cycle === cycle),
    }
  },
})
