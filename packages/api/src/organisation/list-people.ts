import { z } from 'zod'
import { PersonId, UnitId } from '@dangjian/domain/access'
import { MemberStatus, Post } from '@dangjian/domain/organisation'
import { listPeople as list, listPlacesOf } from '@dangjian/db/organisation/people-list-store'
import { cursorOf } from '../cursor.ts'
import { query } from '../trpc.ts'
import { PeopleAsked, peopleFilterOf } from './people-asked.ts'

const Place = z.tuple([z.string(), PersonId]).transform(([namePinyin, id]) => ({ namePinyin, id }))

/** People beneath a unit by pinyin, with where they belong and what posts they hold. */
export const listPeople = query({
  permission: 'organisation.list-people',
  kept: 'report',
  input: PeopleAsked.extend({
    cursor: z.string().max(1000).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: PersonId,
        name: z.string(),
        memberStatus: MemberStatus,
        rev: z.int(),
        units: z.array(z.strictObject({ unitId: UnitId, unitName: z.string() })),
        posts: z.array(z.strictObject({ unitId: UnitId, unitName: z.string(), post: Post })),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { limit } = input
    const filter = peopleFilterOf(input, today)
    const rows = await list(db, { ...filter, cursor: cursorOf(input.cursor, Place), limit })
    const places = await listPlacesOf(
      db,
      rows.map((row) => row.id),
      filter.day,
      input.unitId,
    )
    const last = rows.at(-1)
    return {
      rows: rows.map(({ id, name, memberStatus: status, rev }) => ({
        id,
        name,
        memberStatus: status,
        rev,
        units: places.units.filter((each) => each.personId === id).map((each) => placeOf(each)),
        posts: places.posts
          .filter((each) => each.personId === id)
          .map((each) => ({ ...placeOf(each), post: each.post })),
      })),
      nextCursor: last && rows.length === limit ? JSON.stringify([last.namePinyin, last.id]) : null,
    }
  },
})

function placeOf({ unitId, unitName }: { unitId: UnitId; unitName: string }) {
  return { unitId, unitName }
}
