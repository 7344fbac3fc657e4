import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Anchor, Title } from '@dangjian/ui/kit'
import { queryClient } from '../app/api.ts'
import { PreferenceMenu } from '../app/preference-menu.tsx'
import { router } from '../app/routes.tsx'
import { sessionQuery } from '../app/session.ts'
import { useTexts } from '../app/texts.ts'
import { DemoAccounts, type DemoAccount } from './demo-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'
import classes from './sign-in-page.module.css'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const t = useTexts('access')
  const frame = useTexts('frame')
  const { next } = route.useSearch()
  const { data } = useQuery(sessionQuery)
  const product = frame('product')
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${product}`
  }, [t, product])

  const enter = async () => {
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    await router.navigate({ to: next ?? '/', replace: true })
  }
  const enterDoor = async (account: DemoAccount) => {
    if (account.door === 'school') await enter()
    else window.location.assign('/admin/')
  }
  if (data?.signedIn) return <Navigate to={next ?? '/'} replace />
  const accounts = data?.demo?.accounts ?? null
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <p className={classes.product}>
          <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" />
          {product}
        </p>
        <PreferenceMenu />
      </header>
      <main className={classes.main} data-alone={accounts === null}>
        <section className={classes.card}>
          <Title order={1} size="h2" mb="xs">
            {t('signIn.title')}
          </Title>
          <SignInForm lead={t('signIn.lead')} onSignedIn={enter} />
          <p className={classes.foot}>
            <Anchor href="/admin/">{t('signIn.otherDoor')}</Anchor>
          </p>
        </section>
        {accounts ? <DemoAccounts accounts={accounts} onSignedIn={enterDoor} /> : null}
      </main>
    </div>
  )
}
