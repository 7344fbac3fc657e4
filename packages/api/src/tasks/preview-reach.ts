import { z } from 'zod'
import { Audience, TaskTraining } from '@dangjian/domain/tasks'
import { query } from '../trpc.ts'
import { associationAtLarge } from './plan-target.ts'
import { ReachedSociety, reachesOf } from './reach.ts'
import { demandSocieties } from './task-draft.ts'

/** Whom an audience reaches today, said while a task is being made. */
export const previewReach = query({
  permission: 'tasks.preview-reach',
  input: z.strictObject({ audience: Audience, training: TaskTraining.nullable() }),
  output: z.strictObject({ societies: z.array(ReachedSociety), people: z.int().nullable() }),
  target: associationAtLarge,
  run: async ({ db, input, today }) => {
    await demandSocieties(db, input.audience)
    const [reach] = await reachesOf(db, [input], today)
    return { societies: [...(reach?.societies ?? [])], people: reach?.people ?? null }
  },
})
