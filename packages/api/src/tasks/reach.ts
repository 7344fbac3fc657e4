import { z } from 'zod'
import { UnitId, type LocalDate } from '@dangjian/domain/access'
import { SocietyCategory } from '@dangjian/domain/organisation'
import { reachOf, type Audience, type Task } from '@dangjian/domain/tasks'
import { countHolders, listAudienceUnits } from '@dangjian/db/tasks/reach-store'
import type { Db } from '@dangjian/db/database'

export const ReachedSociety = z.strictObject({
  id: UnitId,
  name: z.string(),
  code: z.string().nullable(),
  category: SocietyCategory.nullable(),
})
export type ReachedSociety = z.infer<typeof ReachedSociety>

/** Whom a task reaches as the societies stand now, and how many of their people its course concerns. */
export interface Reach {
  readonly societies: readonly ReachedSociety[]
  /** Null where no training answers the task. */
  readonly people: number | null
}

/** Asks for several tasks at once: what they are chosen from is read once. */
export async function reachesOf(
  db: Db,
  asked: readonly { readonly audience: Audience; readonly training: Task['training'] }[],
  today: LocalDate,
): Promise<Reach[]> {
  const units = await listAudienceUnits(db)
  const reaches: Reach[] = []
  for (const { audience, training } of asked) {
    const societies = reachOf(audience, units).map(({ id, name, code, category }) => ({ id, name, code, category }))
    const ids = societies.map(({ id }) => id)
    const people = training ? await countHolders(db, ids, training.posts, today) : null
    reaches.push({ societies, people })
  }
  return reaches
}
