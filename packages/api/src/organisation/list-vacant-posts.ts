import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { Post, UnitForm, UnitKind } from '@dangjian/domain/organisation'
import { listVacancies } from '@dangjian/db/organisation/vacancy-store'
import { query } from '../trpc.ts'

/** Active units beneath a unit in which a post that must be filled is vacant. */
export const listVacantPosts = query({
  permission: 'organisation.list-vacant-posts',
  kept: 'report',
  input: z.strictObject({ unitId: UnitId }),
  output: z.array(
    z.strictObject({ id: UnitId, name: z.string(), kind: UnitKind, form: UnitForm.nullable(), posts: z.array(Post) }),
  ),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) =>
    (await listVacancies(db, input.unitId, today)).map(({ id, name, kind, form, posts }) => ({
      id,
      name,
      kind,
      form,
      posts,
    })),
})
