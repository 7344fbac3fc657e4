import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { mayEver, permissionOf } from '@dangjian/domain/access'
import { auditSearch } from '../access/audit-search.ts'
import {
  daySearch,
  electionSearch,
  importSearch,
  peopleSearch,
  societySearch,
} from '../organisation/organisation-search.ts'
import { inside, root } from './inside-route.tsx'
import { panoramaRoutes } from './panorama-routes.tsx'
import { LoadingPage, NotFoundPage, RouteTrouble } from '@dangjian/door/page-faces'
import { rail } from './rail.tsx'
import { newTaskSearch, planSearch, taskSearch } from '../tasks/plan-search.ts'
import { signInSearch } from '@dangjian/door/session'
import { progressSearch } from '../training/progress-search.ts'
import { assignmentSearch, partSearch, reviewSearch } from '../tasks/assignment-search.ts'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../access/sign-in-page.tsx'), 'SignInPage'),
})

/** The desk; whoever has none goes to the first page that the role worn may open. */
const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    const role = session.grants.find(({ id }) => id === session.actingGrantId)?.role ?? null
    if (mayEver(permissionOf('tasks.show-desk'), role)) return
    const first = rail
      .flatMap(({ items }) => items)
      .find(({ to, action }) => to !== '/' && (!action || mayEver(permissionOf(action), role)))
    throw redirect({ to: first?.to ?? '/account', replace: true })
  },
  component: lazyRouteComponent(() => import('../tasks/desk-page.tsx'), 'DeskPage'),
})

const assignments = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/assignments',
  validateSearch: assignmentSearch,
  component: lazyRouteComponent(() => import('../tasks/assignments-page.tsx'), 'AssignmentsPage'),
})

const assignment = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/assignments/$assignmentId',
  component: lazyRouteComponent(() => import('../tasks/assignment-page.tsx'), 'AssignmentPage'),
})

const parts = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/parts',
  validateSearch: partSearch,
  component: lazyRouteComponent(() => import('../tasks/parts-page.tsx'), 'PartsPage'),
})

const review = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('../tasks/review-page.tsx'), 'ReviewPage'),
})

const progress = createRoute({
  getParentRoute: () => inside,
  path: '/training/progress',
  validateSearch: progressSearch,
  component: lazyRouteComponent(() => import('../training/progress-page.tsx'), 'ProgressPage'),
})

const learner = createRoute({
  getParentRoute: () => inside,
  path: '/training/progress/$personId',
  component: lazyRouteComponent(() => import('../training/learner-page.tsx'), 'LearnerPage'),
})

const societies = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/societies',
  validateSearch: societySearch,
  component: lazyRouteComponent(() => import('../organisation/societies-page.tsx'), 'SocietiesPage'),
})

const coverage = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/coverage',
  validateSearch: daySearch,
  component: lazyRouteComponent(() => import('../organisation/coverage-page.tsx'), 'CoveragePage'),
})

const unit = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/units/$unitId',
  validateSearch: daySearch,
  component: lazyRouteComponent(() => import('../organisation/unit-page.tsx'), 'UnitPage'),
})

const people = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../organisation/people-page.tsx'), 'PeoplePage'),
})

const elections = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/elections',
  validateSearch: electionSearch,
  component: lazyRouteComponent(() => import('../organisation/elections-page.tsx'), 'ElectionsPage'),
})

const societyImport = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../organisation/import-page.tsx'), 'ImportPage'),
})

const plans = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/plans',
  component: lazyRouteComponent(() => import('../tasks/work-plans-page.tsx'), 'WorkPlansPage'),
})

const newPlan = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/plans/new',
  component: lazyRouteComponent(() => import('../tasks/new-plan-page.tsx'), 'NewPlanPage'),
})

const plan = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/plans/$planId',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('../tasks/plan-page.tsx'), 'PlanPage'),
})

const newTask = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/plans/$planId/tasks/new',
  validateSearch: newTaskSearch,
  component: lazyRouteComponent(() => import('../tasks/task-form-page.tsx'), 'NewTaskPage'),
})

const changeTask = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/plans/$planId/tasks/$taskId',
  component: lazyRouteComponent(() => import('../tasks/task-form-page.tsx'), 'ChangeTaskPage'),
})

const task = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/tasks/$taskId',
  validateSearch: taskSearch,
  component: lazyRouteComponent(() => import('../tasks/task-page.tsx'), 'TaskPage'),
})

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../access/account-page.tsx'), 'AccountPage'),
})

const roleGrants = createRoute({
  getParentRoute: () => inside,
  path: '/system/role-grants',
  validateSearch: (search: Record<string, unknown>): { ended?: true; search?: string } => ({
    ...(search.ended === true ? { ended: true } : {}),
    ...(typeof search.search === 'string' && search.search ? { search: search.search } : {}),
  }),
  component: lazyRouteComponent(() => import('../access/role-grants-page.tsx'), 'RoleGrantsPage'),
})

const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/system/accounts',
  validateSearch: (search: Record<string, unknown>): { search?: string } =>
    typeof search.search === 'string' && search.search ? { search: search.search } : {},
  component: lazyRouteComponent(() => import('../access/accounts-page.tsx'), 'AccountsPage'),
})

const auditLog = createRoute({
  getParentRoute: () => inside,
  path: '/system/audit-log',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../access/audit-log-page.tsx'), 'AuditLogPage'),
})

/** An address that leads nowhere is told inside the frame, from where one finds on. */
const nowhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage })

/** The table of contents: every page of the console. */
const routeTree = root.addChildren([
  signIn,
  inside.addChildren([
    progress,
    learner,
    nowhere,
    home,
    plans,
    newPlan,
    plan,
    newTask,
    changeTask,
    task,
    assignments,
    assignment,
    parts,
    review,
    account,
    roleGrants,
    accounts,
    auditLog,
    ...panoramaRoutes,
    societies,
    coverage,
    unit,
    people,
    elections,
    societyImport,
  ]),
])

export const router = createRouter({
  routeTree,
  basepath: '/admin',
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: RouteTrouble,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
