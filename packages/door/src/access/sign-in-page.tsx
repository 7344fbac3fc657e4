import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Anchor, Button, Title } from '@dangjian/ui/kit'
import { queryClient } from '../api.ts'
import { useDoorTexts } from '../door-texts.ts'
import { PreferenceMenu } from '../preference-menu.tsx'
import { sessionQuery, signOut } from '../session.ts'
import { DemoAccounts, type DemoAccount } from './demo-accounts.tsx'
import { DutyForm } from './duty-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import classes from './sign-in-page.module.css'

/** Where each door stands. */
const doorHref = { admin: '/admin/', school: '/' } as const

interface SignInPageProps {
  readonly door: keyof typeof doorHref
  /** The page one wanted to see. */
  readonly next: string | undefined
}

export function SignInPage({ door, next }: SignInPageProps) {
  const t = useDoorTexts()
  const navigate = useNavigate()
  const { data } = useQuery(sessionQuery)
  const product = t('own.product')
  const duty = data?.signedIn ? data.duty : null
  const title = t(duty ? `duty.${duty}.title` : 'signIn.title')
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])

  const enter = async () => {
    const now = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    if (now.signedIn && now.duty) return
    await navigate({ to: next ?? '/', replace: true })
  }
  const enterDoor = async (account: DemoAccount) => {
    if (account.door === door) await enter()
    else window.location.assign(doorHref[account.door])
  }
  if (data?.signedIn && !duty) return <Navigate to={next ?? '/'} replace />
  const accounts = data && !data.signedIn ? (data.demo?.accounts ?? null) : null
  const lead = data && !data.signedIn && data.ended ? t('again.why') : t('own.lead')
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
            {title}
          </Title>
          {duty ? <DutyForm duty={duty} onSettled={enter} /> : <SignInForm lead={lead} onSignedIn={enter} />}
          <p className={classes.foot}>
            {duty ? (
              <Button
                variant="transparent"
                color="gray"
                px={0}
                onClick={() => void signOut().then(() => window.location.reload())}
              >
                {t('duty.leave')}
              </Button>
            ) : (
              <Anchor href={doorHref[door === 'admin' ? 'school' : 'admin']}>{t('own.otherDoor')}</Anchor>
            )}
          </p>
        </section>
        {accounts ? <DemoAccounts accounts={accounts} onSignedIn={enterDoor} /> : null}
      </main>
    </div>
  )
}
