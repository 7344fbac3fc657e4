import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import type { CourseId } from '@dangjian/domain/training'
import { api, queryClient } from '@dangjian/door/api'
import { askBeforehand, beforehand } from '@dangjian/door/opens-with'
import { LoadingPage, NotFoundOutside, NotFoundPage, RouteTrouble } from '@dangjian/door/page-faces'
import { requireSession, signInSearch } from '@dangjian/door/session'
import { catalogueSearch, examSearch, meSearch } from '../training/learning-search.ts'
import { bankSearch, courseSearch, coursesSearch, importSearch } from '../training/studio-search.ts'

/** Pages under `root` need no sign-in: a certificate's check page stands there. */
const root = createRootRoute({
  beforeLoad: ({ matches }) => askBeforehand(matches),
  component: Outlet,
  notFoundComponent: NotFoundOutside,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../access/sign-in-page.tsx'), 'SignInPage'),
})

/** Everything inside the frame needs somebody signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ location }) => requireSession(location.href),
  component: Frame,
  notFoundComponent: NotFoundPage,
})

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../access/account-page.tsx'), 'AccountPage'),
})

/** A learner's pages: each comes when it is opened, and no more of it than it needs. */
const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  staticData: { opensWith: () => queryClient.prefetchQuery(api.training.showHome.queryOptions(undefined, beforehand)) },
  component: lazyRouteComponent(() => import('../training/home-page.tsx'), 'HomePage'),
})

const courses = createRoute({
  getParentRoute: () => inside,
  path: '/courses',
  validateSearch: catalogueSearch,
  component: lazyRouteComponent(() => import('../training/course-list-page.tsx'), 'CourseListPage'),
})

const course = createRoute({
  getParentRoute: () => inside,
  path: '/courses/$courseId',
  staticData: {
    opensWith: ({ courseId }) =>
      queryClient.prefetchQuery(api.training.showCourse.queryOptions({ courseId: courseId as CourseId }, beforehand)),
  },
  component: lazyRouteComponent(() => import('../training/course-page.tsx'), 'CoursePage'),
})

const lesson = createRoute({
  getParentRoute: () => inside,
  path: '/courses/$courseId/lessons/$lessonId',
  component: lazyRouteComponent(() => import('../training/lesson-page.tsx'), 'LessonPage'),
})

const exams = createRoute({
  getParentRoute: () => inside,
  path: '/exams',
  component: lazyRouteComponent(() => import('../training/exam-list-page.tsx'), 'ExamListPage'),
})

const exam = createRoute({
  getParentRoute: () => inside,
  path: '/attempts/$attemptId',
  staticData: { wide: true },
  validateSearch: examSearch,
  component: lazyRouteComponent(() => import('../training/exam-page.tsx'), 'ExamPage'),
})

const result = createRoute({
  getParentRoute: () => inside,
  path: '/attempts/$attemptId/result',
  component: lazyRouteComponent(() => import('../training/result-page.tsx'), 'ResultPage'),
})

const me = createRoute({
  getParentRoute: () => inside,
  path: '/me',
  validateSearch: meSearch,
  component: lazyRouteComponent(() => import('../training/me-page.tsx'), 'MePage'),
})

const certificate = createRoute({
  getParentRoute: () => inside,
  path: '/certificates/$certificateId',
  component: lazyRouteComponent(() => import('../training/certificate-page.tsx'), 'CertificatePage'),
})

/** For a stranger with a certificate in hand: no sign-in, no frame. */
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify/$token',
  component: lazyRouteComponent(() => import('../training/verify-page.tsx'), 'VerifyPage'),
})

/** The studio: for those who make courses; learners download nothing of it. */
const studio = createRoute({
  getParentRoute: () => inside,
  path: '/studio',
  staticData: { wide: true },
  validateSearch: coursesSearch,
  component: lazyRouteComponent(() => import('../training/studio-courses-page.tsx'), 'StudioCoursesPage'),
})

const studioCourse = createRoute({
  getParentRoute: () => inside,
  path: '/studio/courses/$courseId',
  staticData: { wide: true },
  validateSearch: courseSearch,
  component: lazyRouteComponent(() => import('../training/studio-course-page.tsx'), 'StudioCoursePage'),
})

const banks = createRoute({
  getParentRoute: () => inside,
  path: '/studio/banks',
  staticData: { wide: true },
  component: lazyRouteComponent(() => import('../training/bank-list-page.tsx'), 'BankListPage'),
})

const bank = createRoute({
  getParentRoute: () => inside,
  path: '/studio/banks/$bankId',
  staticData: { wide: true },
  validateSearch: bankSearch,
  component: lazyRouteComponent(() => import('../training/bank-page.tsx'), 'BankPage'),
})

const bankImport = createRoute({
  getParentRoute: () => inside,
  path: '/studio/banks/$bankId/import',
  staticData: { wide: true },
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../training/bank-import-page.tsx'), 'BankImportPage'),
})

const bankLikenesses = createRoute({
  getParentRoute: () => inside,
  path: '/studio/banks/$bankId/likenesses',
  staticData: { wide: true },
  component: lazyRouteComponent(() => import('../training/bank-likenesses-page.tsx'), 'BankLikenessesPage'),
})

/** An address that leads nowhere is told inside the frame, from where one finds on. */
const nowhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage })

/** The table of contents: every page of the school. */
const routeTree = root.addChildren([
  signIn,
  verify,
  inside.addChildren([
    nowhere,
    home,
    courses,
    course,
    lesson,
    exams,
    exam,
    result,
    me,
    certificate,
    studio,
    studioCourse,
    banks,
    bank,
    bankImport,
    bankLikenesses,
    account,
  ]),
])

export const router = createRouter({
  routeTree,
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
