import { z } from 'zod'
import { addMonths, type LocalDate } from '../access/time.ts'
import { SocietyCategory } from '../organisation/unit.ts'

/** What a panorama is cut to. It holds for every figure on the page. */
export const PanoramaFilter = z.strictObject({
  category: SocietyCategory.optional(),
  /** A section's place in the plan, from 0. */
  section: z.int().min(0).max(49).optional(),
  /** An item's place in the plan, from 0 through the whole plan. */
  item: z.int().min(0).max(999).optional(),
  /** Only work that is due in this quarter of the plan's year. */
  quarter: z.int().min(1).max(4).optional(),
})
export type PanoramaFilter = z.infer<typeof PanoramaFilter>

/** First day of a quarter, and first day after it. */
export function quarterSpan(
  year: number,
  quarter: number,
): { readonly fromOn: LocalDate; readonly beforeOn: LocalDate } {
  const fromOn = addMonths(`${year}-01-01`, (quarter - 1) * 3)
  return { fromOn, beforeOn: addMonths(fromOn, 3) }
}
