import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '@dangjian/door/api'
import { beforehand } from '@dangjian/door/opens-with'
import { panoramaQuery } from '../panorama/panorama-data.ts'
import {
  hourListSearch,
  learnerListSearch,
  panoramaSearch,
  partListSearch,
  workListSearch,
} from '../panorama/panorama-search.ts'
import { inside } from './inside-route.tsx'

const panorama = createRoute({
  getParentRoute: () => inside,
  path: '/panorama',
  validateSearch: panoramaSearch,
  staticData: { opensWith: (_, search) => queryClient.prefetchQuery(panoramaQuery(search, beforehand)) },
  component: lazyRouteComponent(() => import('../panorama/panorama-page.tsx'), 'PanoramaPage'),
})

const panoramaWork = createRoute({
  getParentRoute: () => inside,
  path: '/panorama/work',
  validateSearch: workListSearch,
  component: lazyRouteComponent(() => import('../panorama/work-list-page.tsx'), 'WorkListPage'),
})

const panoramaLearners = createRoute({
  getParentRoute: () => inside,
  path: '/panorama/learners',
  validateSearch: learnerListSearch,
  component: lazyRouteComponent(() => import('../panorama/learner-list-page.tsx'), 'LearnerListPage'),
})

const panoramaParts = createRoute({
  getParentRoute: () => inside,
  path: '/panorama/parts',
  validateSearch: partListSearch,
  component: lazyRouteComponent(() => import('../panorama/part-list-page.tsx'), 'PartListPage'),
})

const panoramaHours = createRoute({
  getParentRoute: () => inside,
  path: '/panorama/hours',
  validateSearch: hourListSearch,
  component: lazyRouteComponent(() => import('../panorama/hour-list-page.tsx'), 'HourListPage'),
})

const panoramaClause = createRoute({
  getParentRoute: () => inside,
  path: '/panorama/clauses/$clauseId',
  component: lazyRouteComponent(() => import('../panorama/clause-page.tsx'), 'ClausePage'),
})

/** The panorama and the lists behind its figures. */
export const panoramaRoutes = [
  panorama,
  panoramaWork,
  panoramaLearners,
  panoramaParts,
  panoramaHours,
  panoramaClause,
] as const
