import { useQuery } from '@tanstack/react-query'
import type { UnitId } from '@dangjian/domain/access'
import { useApi } from '@dangjian/door/api'
import { useActingGrant } from '@dangjian/door/session'
import type { ElectionDue } from './organisation-data.ts'

/** Of each society the most urgent election that is due within six months or under way; one a year off is left out. */
export function useElectionsOfSocieties(): ReadonlyMap<UnitId, ElectionDue> {
  const api = useApi()
  const unitId = useActingGrant()?.unitId
  const due = useQuery({
    ...api.organisation.listElectionsDue.queryOptions({ unitId: unitId! }),
    enabled: unitId !== undefined,
  })
  const first = new Map<UnitId, ElectionDue>()
  for (const row of due.data ?? []) {
    const told = row.standing !== 'due12' || row.stage !== null
    if (row.societyId && told && !first.has(row.societyId)) first.set(row.societyId, row)
  }
  return first
}
