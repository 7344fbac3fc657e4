import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatDate } from '@dangjian/ui/date-format'
import { LoadingFace } from '@dangjian/ui/faces'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@dangjian/ui/icons'
import { useApi } from '@dangjian/door/api'
import { refusalOf } from '@dangjian/door/word'
import { verifyTexts } from './verify-texts.ts'
import classes from './verify.module.css'

const route = getRouteApi('/verify/$token')
const [zh, en] = [verifyTexts['zh-CN'], verifyTexts.en]
const icons = { valid: IconCircleCheck, revoked: IconCircleX, unknown: IconAlertTriangle } as const

/** For a stranger with a certificate in hand: valid or not at one glance, in both languages, without signing in. */
export function VerifyPage() {
  const { token } = route.useParams()
  const check = useQuery(useApi().training.verifyCertificate.queryOptions({ token }))
  useNoIndex()
  useEffect(() => {
    document.title = `${zh.title} · ${en.title}`
  }, [])
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>
        {zh.title} <span lang="en">{en.title}</span>
      </h1>
      {check.isPending ? <LoadingFace shape="cards" count={1} /> : null}
      {check.error ? (
        <p role="alert" className={classes.lead}>
          {refusalOf(check.error) === 'too-many-tries' ? zh.busy : zh.trouble}
          <br />
          <span lang="en">{refusalOf(check.error) === 'too-many-tries' ? en.busy : en.trouble}</span>
        </p>
      ) : null}
      {check.data ? <Answer shown={check.data} /> : null}
    </main>
  )
}

type Shown = NonNullable<ReturnType<typeof useShown>>
function useShown() {
  return useQuery(useApi().training.verifyCertificate.queryOptions({ token: '' })).data
}

function Answer({ shown }: { shown: Shown }) {
  const { state } = shown
  const Icon = icons[state]
  const known = shown.state === 'unknown' ? null : shown
  const date = (day: string, language: 'zh-CN' | 'en') => formatDate(day, language)
  const lead = (words: typeof zh, language: 'zh-CN' | 'en'): string =>
    words[`${state}Lead`].replace('{{date}}', known?.revokedOn ? date(known.revokedOn, language) : '')
  return (
    <>
      <div className={classes.verdict} data-state={state} role="status">
        <Icon size={56} stroke={1.5} aria-hidden />
        <p className={classes.word}>
          {zh[state]} <span lang="en">{en[state]}</span>
        </p>
        <p className={classes.lead}>
          {lead(zh, 'zh-CN')}
          <br />
          <span lang="en">{lead(en, 'en')}</span>
        </p>
      </div>
      {known ? (
        <>
          <dl className={classes.facts}>
            <Fact zh={zh.person} en={en.person} value={known.maskedName} />
            <Fact zh={zh.course} en={en.course} value={known.courseTitle} />
            <Fact zh={zh.issuer} en={en.issuer} value={known.issuerName} />
            <Fact zh={zh.date} en={en.date} value={`${date(known.issuedOn, 'zh-CN')} · ${known.issuedOn}`} />
            <Fact zh={zh.number} en={en.number} value={known.number} />
          </dl>
          <p className={classes.lead}>
            {zh.footer}
            <br />
            <span lang="en">{en.footer}</span>
          </p>
        </>
      ) : null}
    </>
  )
}

function Fact({ zh: name, en: nameInEnglish, value }: { zh: string; en: string; value: string }) {
  return (
    <div className={classes.fact}>
      <dt>
        {name} <span lang="en">{nameInEnglish}</span>
      </dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Nobody's certificate belongs in a search engine. */
function useNoIndex(): void {
  useEffect(() => {
    const meta = Object.assign(document.createElement('meta'), { name: 'robots', content: 'noindex, nofollow' })
    document.head.append(meta)
    return () => meta.remove()
  }, [])
}
