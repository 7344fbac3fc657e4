import { z } from 'zod'
import { countPeople as count } from '@dangjian/db/organisation/people-list-store'
import { query } from '../trpc.ts'
import { PeopleAsked, peopleFilterOf } from './people-asked.ts'

/** How many people `listPeople` lists in all: asked apart, since a page costs the same among however many. */
export const countPeople = query({
  permission: 'organisation.count-people',
  kept: 'report',
  input: PeopleAsked,
  output: z.int(),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: ({ db, input, today }) => count(db, peopleFilterOf(input, today)),
})
