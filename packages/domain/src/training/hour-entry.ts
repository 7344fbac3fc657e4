import { z } from 'zod'
import { idSchema, PersonId } from '../access/id.ts'
import { Instant } from '../access/time.ts'

export const HourEntryId = idSchema('HourEntryId')
export type HourEntryId = z.infer<typeof HourEntryId>

/** How the hours were earned. */
export const HourMode = z.enum(['online', 'class'])
export type HourMode = z.infer<typeof HourMode>

/** An entry of the ledger of credit hours (学时台账). Append-only: a mistake is mended by a counter-entry. */
export const HourEntry = z.strictObject({
  id: HourEntryId,
  personId: PersonId,
  /** The year that the hours count for. */
  cycle: z.int().min(2000).max(2100),
  mode: HourMode,
  /** What they were earned by; a source counts once for a person in a cycle. */
  sourceKind: z.enum(['course']),
  sourceId: z.uuid(),
  /** The source's name then, for reading the ledger later. */
  sourceTitle: z.string(),
  /** Which table of conversion, by its first day. */
  ruleVersion: z.string(),
  /** Negative in a counter-entry. */
  hours: z.number().multipleOf(0.25),
  /** `correction` takes another entry out; `corrected` took the place of one. */
  reason: z.enum(['course-passed', 'correction', 'corrected']),
  correctsId: HourEntryId.nullable(),
  /** Why it was corrected, for the learner to read; null where nothing was. */
  note: z.string().nullable(),
  at: Instant,
})
export type HourEntry = z.infer<typeof HourEntry>
