import { Link, Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { frameClasses, SchoolFrame } from '@dangjian/ui/school-frame'
import { Group } from '@dangjian/ui/kit'
import { places } from './rail.tsx'
import { ReSignIn } from '@dangjian/door/re-sign-in'
import { useMay } from '@dangjian/door/session'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from './texts.ts'

/** Menus come after the page: a learner's first download stays small. */
const Tools = lazy(async () => ({ default: (await import('./tools.tsx')).Tools }))

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page takes the whole width and hides the tabs: the studio, an exam. */
    wide?: boolean
  }
}

/** What stands around every page of the school. */
export function Frame() {
  const t = useTexts('frame')
  const { language } = useLanguage()
  const may = useMay()
  const wide = useMatches().some(({ staticData }) => staticData.wide)
  const mine = places.filter(({ action }) => !action || may(action))
  const link = (place: (typeof places)[number], className: string, icon: boolean) => (
    <li key={place.to}>
      <Link to={place.to} className={className} activeOptions={{ exact: place.to === '/', includeSearch: false }}>
        {icon ? <place.icon stroke={1.5} aria-hidden /> : null}
        {place.label[language]}
      </Link>
    </li>
  )
  return (
    <SchoolFrame
      wide={wide}
      skipText={t('skip')}
      navigationLabel={t('mainNavigation')}
      offlineText={t('offline')}
      product={
        <Link to="/" className={frameClasses.product ?? ''}>
          <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" />
          {t('product')}
        </Link>
      }
      links={mine.map((place) => link(place, frameClasses.topLink ?? '', false))}
      tabs={mine.filter(({ tab }) => tab).map((place) => link(place, frameClasses.tab ?? '', true))}
      tools={
        <Suspense fallback={<Group w={74} />}>
          <Tools />
        </Suspense>
      }
    >
      <Outlet />
      <ReSignIn />
    </SchoolFrame>
  )
}
