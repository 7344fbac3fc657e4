import { accessRouter } from './access/access-router.ts'
import { organisationRouter } from './organisation/organisation-router.ts'
import { panoramaRouter } from './panorama/panorama-router.ts'
import { tasksRouter } from './tasks/tasks-router.ts'
import { trainingRouter } from './training/training-router.ts'
import { router } from './trpc.ts'

/** Every procedure there is, by wing; each wing's table of contents lies in the wing. */
export const appRouter = router({
  access: accessRouter,
  organisation: organisationRouter,
  tasks: tasksRouter,
  panorama: panoramaRouter,
  training: trainingRouter,
})

export type AppRouter = typeof appRouter
