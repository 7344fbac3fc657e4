import { z } from 'zod'
import { LocalDate, PersonId, Role, RoleGrantId, UnitId } from '@dangjian/domain/access'
import { listRoleGrantsUnder } from '@dangjian/db/access/role-grant-store'
import { query } from '../trpc.ts'

/** Roles given for a unit and for all beneath it, newest first. */
export const listRoleGrants = query({
  permission: 'access.list-role-grants',
  input: z.strictObject({
    unitId: UnitId,
    currentOnly: z.boolean().default(true),
    /** Part of a person's or a unit's name, or of its pinyin. */
    search: z.string().trim().max(100).optional(),
    cursor: RoleGrantId.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: RoleGrantId,
        personId: PersonId,
        personName: z.string(),
        role: Role,
        unitId: UnitId,
        unitName: z.string(),
        fromOn: LocalDate,
        toOn: LocalDate.nullable(),
      }),
    ),
    nextCursor: RoleGrantId.nullable(),
    total: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { rows, total } = await listRoleGrantsUnder(db, {
      unitId: input.unitId,
      currentOn: input.currentOnly ? today : undefined,
      search: input.search,
      cursor: input.cursor,
      limit: input.limit,
    })
    return { rows, nextCursor: rows.length === input.limit ? (rows.at(-1)?.id ?? null) : null, total }
  },
})
