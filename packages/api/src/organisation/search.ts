import { z } from 'zod'
import { PersonId, UnitId } from '@dangjian/domain/access'
import { UnitKind } from '@dangjian/domain/organisation'
import { listPeople } from '@dangjian/db/organisation/people-list-store'
import { searchUnits } from '@dangjian/db/organisation/unit-store'
import { query } from '../trpc.ts'

/** Units and people beneath a unit by name, pinyin or initials: what Ctrl-K finds. */
export const search = query({
  permission: 'organisation.search',
  kept: 'report',
  input: z.strictObject({ unitId: UnitId, words: z.string().trim().min(1).max(50) }),
  output: z.strictObject({
    units: z.array(z.strictObject({ id: UnitId, name: z.string(), kind: UnitKind })),
    people: z.array(z.strictObject({ id: PersonId, name: z.string() })),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const units = await searchUnits(db, input.unitId, input.words, 8)
    const people = await listPeople(db, { beneath: input.unitId, search: input.words, day: today, limit: 8 })
    return {
      units: units.map(({ id, name, kind }) => ({ id, name, kind })),
      people: people.map(({ id, name }) => ({ id, name })),
    }
  },
})
