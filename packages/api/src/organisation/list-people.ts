import { z } from 'zod'
import { PersonId, UnitId } from '@dangjian/domain/access'
import { MemberStatus, Post } from '@dangjian/domain/organisation'
import { listPeople as list, listPlacesOf } from '@dangjian/db/organisation/person-store'
import { query } from '../trpc.ts'

const Cursor = z.tuple([z.string(), PersonId])

/** People beneath a unit by pinyin, with where they belong and what posts they hold. */
export const listPeople = query({
  permission: 'organisation.list-people',
  input: z.strictObject({
    unitId: UnitId,
    search: z.string().trim().max(100).optional(),
    memberStatus: MemberStatus.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: PersonId,
        name: z.string(),
        memberStatus: MemberStatus,
        units: z.array(z.strictObject({ unitId: UnitId, unitName: z.string() })),
        posts: z.array(z.strictObject({ unitId: UnitId, unitName: z.string(), post: Post })),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const cursor = cursorOf(input.cursor)
    const { rows, total } = await list(db, {
      beneath: input.unitId,
      search: input.search,
      memberStatus: input.memberStatus,
      cursor,
      limit: input.limit,
    })
    const places = await listPlacesOf(db, rows.map((row) => row.id), today)
    const last = rows.at(-1)
    return {
      rows: rows.map(({ id, name, memberStatus }) => ({
        id,
        name,
        memberStatus,
        units: places.units.filter((each) => each.personId === id).map(({ unitId, unitName }) => ({ unitId, unitName })),
        posts: places.posts
          .filter((each) => each.personId === id)
          .map(({ unitId, unitName, post }) => ({ unitId, unitName, post })),
      })),
      nextCursor: last && rows.length === input.limit ? JSON.stringify([last.namePinyin, last.id]) : null,
      total,
    }
  },
})

function cursorOf(text: string | undefined) {
  if (!text) return undefined
  try {
    const [namePinyin, id] = Cursor.parse(JSON.parse(text))
    return { namePinyin, id }
  } catch {
    return undefined
  }
}
