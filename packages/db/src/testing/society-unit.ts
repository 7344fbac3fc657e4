import { randomUUID } from 'node:crypto'
import type { UnitId } from '@dangjian/domain/access'

/** An active society for tests that ask no more of it than a name and a place in the tree. */
export const societyUnit = (name: string, parentId: UnitId | null = null) => ({
  ...({ id: randomUUID() as UnitId, name, parentId, kind: 'society', tier: null, societyId: null } as const),
  ...({ code: null, category: null, form: null, affiliation: null, state: 'active' } as const),
  ...{
    stateOn: '2026-01-01',
    foundedOn: '2026-01-01',
    endedOn: null,
    mergedIntoId: null,
    seq: 0,
    rev: 1,
    createdAt: 0,
  },
})
