import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { MemberStatus } from '@dangjian/domain/organisation'

/** Which people of a unit and of those beneath it are asked for. */
export const PeopleAsked = z.strictObject({
  unitId: UnitId,
  /** Only those of the unit itself. */
  direct: z.boolean().optional(),
  asOn: LocalDate.optional(),
  search: z.string().trim().max(100).optional(),
  memberStatus: MemberStatus.optional(),
})

export function peopleFilterOf(
  { unitId, direct, asOn, search, memberStatus }: z.infer<typeof PeopleAsked>,
  today: LocalDate,
) {
  return { beneath: unitId, direct, search, memberStatus, day: asOn ?? today }
}
