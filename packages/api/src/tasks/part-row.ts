import { z } from 'zod'
import { Instant, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { AssignmentId, AssignmentPartId, PartState, type AssignmentPart } from '@dangjian/domain/tasks'
import { listPartReturns } from '@dangjian/db/tasks/part-store'
import type { Db } from '@dangjian/db/database'

/** A part as its society and its unit see it. */
export const PartRow = z.strictObject({
  id: AssignmentPartId,
  assignmentId: AssignmentId,
  unitId: UnitId,
  unitName: z.string(),
  personId: PersonId.nullable(),
  personName: z.string().nullable(),
  title: z.string(),
  dueOn: LocalDate,
  state: PartState,
  report: z.string(),
  movedAt: Instant,
  /** What the society wants mended, while the part stands returned. */
  returnReason: z.string().nullable(),
})
export type PartRow = z.infer<typeof PartRow>

const Detail = z.object({ partId: AssignmentPartId.optional() })

/** Rows of parts, each with the reason for which it was last returned. */
export async function partRows(
  db: Db,
  listed: readonly (AssignmentPart & { readonly unitName: string; readonly personName: string | null })[],
): Promise<PartRow[]> {
  const returned = listed.filter(({ state }) => state === 'returned')
  const events = await listPartReturns(db, [...new Set(returned.map(({ assignmentId }) => assignmentId))])
  const reasons = new Map(events.map(({ detail, text }) => [Detail.parse(JSON.parse(detail)).partId, text]))
  return listed.map((part) => ({
    id: part.id,
    assignmentId: part.assignmentId,
    unitId: part.unitId,
    unitName: part.unitName,
    personId: part.personId,
    personName: part.personName,
    title: part.title,
    dueOn: part.dueOn,
    state: part.state,
    report: part.report,
    movedAt: part.movedAt,
    returnReason: part.state === 'returned' ? (reasons.get(part.id) ?? null) : null,
  }))
}
