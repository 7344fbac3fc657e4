import { z } from 'zod'
import { addYears, LocalDate, UnitId } from '@dangjian/domain/access'
import { coverage, SocietyCategory } from '@dangjian/domain/organisation'
import { listUnitsAsOf } from '@dangjian/db/organisation/unit-history-store'
import { query } from '../trpc.ts'

/** Which societies lack what, by category and tier, as of a day, beside a year before. */
export const showCoverage = query({
  permission: 'organisation.show-coverage',
  kept: 'report',
  input: z.strictObject({ unitId: UnitId, asOn: LocalDate.optional() }),
  output: z.strictObject({
    asOn: LocalDate,
    yearBeforeOn: LocalDate,
    cells: z.array(
      z.strictObject({
        category: SocietyCategory,
        tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        societies: z.int(),
        covered: z.int(),
        coveredYearBefore: z.int(),
        lacking: z.array(z.strictObject({ id: UnitId, name: z.string() })),
      }),
    ),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const asOn = input.asOn ?? today
    const yearBeforeOn = addYears(asOn, -1)
    const units = await listUnitsAsOf(db, input.unitId, asOn === today ? null : asOn)
    const before = coverage(await listUnitsAsOf(db, input.unitId, yearBeforeOn))
    const names = new Map(units.map((unit) => [unit.id as string, { id: unit.id, name: unit.name }]))
    return {
      asOn,
      yearBeforeOn,
      cells: coverage(units).map((cell, index) => ({
        ...cell,
        coveredYearBefore: before[index]?.covered ?? 0,
        lacking: cell.lacking.flatMap((id) => names.get(id) ?? []),
      })),
    }
  },
})
