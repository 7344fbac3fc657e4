import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DateText } from '@dangjian/ui/date-text'
import { LoadingFace } from '@dangjian/ui/faces'
import { IconDownload } from '@dangjian/ui/icons'
import { Alert, Anchor, Button, Stack, Text, Title } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { client, useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useSession } from '@dangjian/door/session'
import { useRefusalWords } from '@dangjian/door/word'
import { HourLedger } from './hour-ledger.tsx'
import { useLearningTexts } from './learning-texts.ts'
import { saveExported } from './save-exported.ts'
import classes from './learning.module.css'

/** One's own: the ledger with each entry explained, certificates, data, devices. */
export function MePage() {
  const t = useLearningTexts()
  const door = useDoorTexts()
  const session = useSession()
  return (
    <>
      <PageHeading title={t('me.title')} suffix={door('own.product')} note={session?.person.name} />
      <Stack gap="xl" className={classes.course}>
        <HourLedger />
        <Certificates />
        <OwnData />
        <section aria-labelledby="devices">
          <Title order={2} size="h4" id="devices">
            {t('me.devices')}
          </Title>
          <Text c="dimmed" size="sm" mb="xs">
            {t('me.devicesLead')}
          </Text>
          <Anchor component={Link} to="/account">
            {t('me.devices')}
          </Anchor>
        </section>
      </Stack>
    </>
  )
}

function Certificates() {
  const t = useLearningTexts()
  const list = useQuery(useApi().training.listCertificates.queryOptions())
  return (
    <section aria-labelledby="certificates">
      <Title order={2} size="h4" id="certificates" mb="xs">
        {t('me.certificates')}
      </Title>
      {list.isPending ? <LoadingFace count={2} /> : null}
      {list.error ? <TroubleFace error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.rows.length === 0 ? <Text c="dimmed">{t('me.certificatesNone')}</Text> : null}
      <ul className={classes.rows}>
        {list.data?.rows.map(({ id, courseTitle, number, issuedOn, hours, revoked }) => (
          <li key={id}>
            <Link to="/certificates/$certificateId" params={{ certificateId: id }} className={classes.lesson}>
              <span className={classes.lessonWords}>
                <span className={classes.rowTitle}>{courseTitle}</span>
                <span className={classes.rowNote}>
                  <span>{number}</span>
                  <DateText date={issuedOn} settled />
                  <span>{t('courses.hours', { count: hours })}</span>
                </span>
              </span>
              {revoked ? (
                <StateBadge plain tone="bad">
                  {t('me.revoked')}
                </StateBadge>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OwnData() {
  const t = useLearningTexts()
  const { language } = useLanguage()
  const sayWhy = useRefusalWords()
  const [state, setState] = useState<'busy' | 'done' | { readonly trouble: unknown } | null>(null)
  const download = async () => {
    setState('busy')
    try {
      saveExported(await client.training.exportMyData.query({ language }))
      setState('done')
    } catch (trouble) {
      setState({ trouble })
    }
  }
  return (
    <section aria-labelledby="data">
      <Title order={2} size="h4" id="data">
        {t('me.data')}
      </Title>
      <Text c="dimmed" size="sm" mb="xs">
        {t('me.dataLead')}
      </Text>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={state === 'busy'}
        onClick={() => void download()}
      >
        {t('me.export')}
      </Button>
      <Text span size="sm" ms="sm" role="status">
        {state === 'done' ? t('me.exported') : ''}
      </Text>
      {typeof state === 'object' && state ? (
        <Alert color="red" role="alert" mt="xs">
          {sayWhy(state.trouble)}
        </Alert>
      ) : null}
    </section>
  )
}
