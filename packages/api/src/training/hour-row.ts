import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { HourEntryId, HourMode, type HourEntry } from '@dangjian/domain/training'

/** An entry of the ledger as it is shown, with what became of it. */
export const HourRow = z.strictObject({
  id: HourEntryId,
  cycle: z.int(),
  mode: HourMode,
  sourceTitle: z.string(),
  ruleVersion: z.string(),
  hours: z.number(),
  reason: z.enum(['course-passed', 'correction', 'corrected']),
  /** Why it was corrected; null where it was entered by passing. */
  note: z.string().nullable(),
  correctsId: HourEntryId.nullable(),
  /** A counter-entry has taken it out. */
  corrected: z.boolean(),
  at: Instant,
})
export type HourRow = z.infer<typeof HourRow>

export function hourRowsOf(entries: readonly HourEntry[]): HourRow[] {
  const corrected = new Set(entries.map(({ correctsId }) => correctsId))
  return entries.map(({ personId: _, sourceKind: __, sourceId: ___, ...entry }) => ({
    ...entry,
    corrected: corrected.has(entry.id),
  }))
}
