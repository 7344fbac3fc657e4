import { z } from 'zod'
import { UnitId, type LocalDate } from '@dangjian/domain/access'
import { CourseId } from '@dangjian/domain/training'

export const Standing = z.enum(['not-begun', 'learning', 'overdue', 'passed'])

/** Which of those who are asked to learn in a unit and in those beneath it. */
export const CourseLearnersAsked = z.strictObject({
  unitId: UnitId,
  courseId: CourseId.optional(),
  standing: z.enum([...Standing.options, 'behind']).optional(),
  search: z.string().trim().max(100).optional(),
})

export function learnerFilterOf(
  { unitId, courseId, standing, search }: z.output<typeof CourseLearnersAsked>,
  day: LocalDate,
) {
  return { beneath: unitId, day, courseId, standing, search }
}
