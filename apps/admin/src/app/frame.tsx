import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { ConsoleFrame, frameClasses } from '@dangjian/ui/console-frame'
import { useHotkeys } from '@dangjian/ui/hooks'
import { IconSearch } from '@dangjian/ui/icons'
import { Group, Kbd, UnstyledButton } from '@dangjian/ui/kit'
import { catchTyping } from '@dangjian/ui/typed-ahead'
import { AccountMenu } from './account-menu.tsx'
import { GrantSwitcher } from './grant-switcher.tsx'
import { PreferenceMenu } from '@dangjian/door/preference-menu'
import { RailView } from './rail-view.tsx'
import { ReSignIn } from '@dangjian/door/re-sign-in'
import { useTexts } from './texts.ts'

const loadPalette = () => import('./palette.tsx')
const ConsolePalette = lazy(async () => ({ default: (await loadPalette()).ConsolePalette }))

/** What stands around every page of the console. */
export function Frame() {
  const t = useTexts('frame')
  const [finding, setFinding] = useState<{ readonly typed: () => string } | null>(null)
  // It comes after the page, and is there before anybody types into it.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 2000)
    return () => clearTimeout(timer)
  }, [])
  const find = () => {
    if (!finding) setFinding({ typed: catchTyping() })
  }
  useHotkeys([['mod+K', find]], [])
  return (
    <ConsoleFrame
      skipText={t('skip')}
      navigationLabel={t('mainNavigation')}
      openMenuLabel={t('openMenu')}
      offlineText={t('offline')}
      product={
        <Link to="/" className={frameClasses.product ?? ''}>
          <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" />
          {t('product')}
        </Link>
      }
      rail={(close) => <RailView onFollow={close} />}
      tools={
        <Group gap={6} wrap="nowrap">
          <UnstyledButton
            className={frameClasses.search ?? ''}
            onClick={find}
            aria-label={`${t('palette.open')} Ctrl K`}
          >
            <IconSearch size={16} aria-hidden />
            <Kbd size="xs" visibleFrom="sm">
              Ctrl K
            </Kbd>
          </UnstyledButton>
          <GrantSwitcher />
          <PreferenceMenu />
          <AccountMenu />
        </Group>
      }
    >
      <Outlet />
      <ReSignIn />
      {finding ? (
        <Suspense fallback={null}>
          <ConsolePalette typed={finding.typed} onClose={() => setFinding(null)} />
        </Suspense>
      ) : null}
    </ConsoleFrame>
  )
}
