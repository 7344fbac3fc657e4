import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { SocietyCategory, UnitState } from '@dangjian/domain/organisation'
import { query } from '../trpc.ts'
import { pageOfSocieties } from './society-page.ts'
import { UnitRow, unitRow } from './unit-row.ts'

/** What narrows a list of societies; the export takes the same. */
export const SocietyFilterInput = {
  unitId: UnitId,
  asOn: LocalDate.optional(),
  search: z.string().trim().max(100).optional(),
  category: SocietyCategory.optional(),
  state: UnitState.optional(),
  lackingTier: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
}

/** Societies beneath a unit by code, with their standing units of each tier, today or as of a day. */
export const listSocieties = query({
  permission: 'organisation.list-societies',
  kept: 'report',
  input: z.strictObject({
    ...SocietyFilterInput,
    cursor: z.string().max(50).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(UnitRow.extend({ tier1: z.int(), tier2: z.int(), tier3: z.int() })),
    nextCursor: z.string().nullable(),
    total: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { rows, total } = await pageOfSocieties(db, input, today)
    return {
      rows: rows.map((row) => ({ ...unitRow(row), tier1: row.tier1, tier2: row.tier2, tier3: row.tier3 })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.code ?? null) : null,
      total,
    }
  },
})
