import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router'
import { askBeforehand } from '@dangjian/door/opens-with'
import { NotFoundOutside, NotFoundPage } from '@dangjian/door/page-faces'
import { requireSession } from '@dangjian/door/session'
import { Frame } from './frame.tsx'

/** Above all pages. */
export const root = createRootRoute({
  beforeLoad: ({ matches }) => askBeforehand(matches),
  component: Outlet,
  notFoundComponent: NotFoundOutside,
})

/** Everything inside the frame needs somebody signed in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ location }) => requireSession(location.href),
  component: Frame,
  notFoundComponent: NotFoundPage,
})
