import { v7 as uuidv7 } from 'uuid'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import type { Place } from './world.ts'

/** Something that hangs on a unit: found by its id, permitted by its home. */
export interface Twin {
  readonly id: string
  readonly unitId: UnitId
  /** The person it belongs to, where it belongs to one. */
  readonly personId?: PersonId
}

/** What a twin's maker is told. */
export interface TwinSite {
  readonly place: Place
  readonly unitId: UnitId
  readonly societyId: UnitId
  readonly associationId: UnitId
  /** The member whose things are made. */
  readonly personId: PersonId
  /** Stands in every text; '' where several societies may read it. */
  readonly canary: string
}

export const newTwinId = <Id extends string>(): Id => uuidv7() as Id
