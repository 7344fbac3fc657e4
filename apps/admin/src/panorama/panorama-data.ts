import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@dangjian/api/router'
import { api } from '@dangjian/door/api'
import type { beforehand } from '@dangjian/door/opens-with'
import { useActingGrant } from '@dangjian/door/session'
import { filterOf, type PanoramaSearch } from './panorama-search.ts'

type Outputs = inferRouterOutputs<AppRouter>['panorama']
export type Panorama = Outputs['showPanorama']
export type PartWork = Outputs['listPartWork']['rows'][number]
export type HourRow = Outputs['listHours']['rows'][number]
export type Work = Panorama['work']

/** How the panorama of the unit one acts for is asked for, by the page and before it is there. */
export function panoramaQuery(search: PanoramaSearch, options: Partial<typeof beforehand> = {}) {
  return api.panorama.showPanorama.queryOptions({ unitId: 'own', ...filterOf(search) }, options)
}

/** The panorama of the unit one acts for; it keeps its frame while a filter's figures come. */
export function usePanorama(search: PanoramaSearch, { enabled = true } = {}) {
  const acts = useActingGrant() !== null
  return useQuery({
    ...panoramaQuery(search),
    enabled: enabled && acts,
    placeholderData: (before) => before,
    // A wall is looked at for hours.
    refetchInterval: search.wall ? 60_000 : false,
  })
}
