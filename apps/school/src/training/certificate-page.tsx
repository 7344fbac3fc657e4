import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { CertificateId } from '@dangjian/domain/training'
import { chinaDayOf, formatDate } from '@dangjian/ui/date-format'
import { LoadingFace } from '@dangjian/ui/faces'
import { IconCopy, IconExternalLink, IconFileTypePdf } from '@dangjian/ui/icons'
import { Alert, Anchor, Button, CopyButton, Group, Stack, Text } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

const route = getRouteApi('/inside/certificates/$certificateId')

/** A certificate: what it says, its PDF, and the link by which anyone checks it. */
export function CertificatePage() {
  const t = useLearningTexts()
  const door = useDoorTexts()
  const { language } = useLanguage()
  const certificateId = route.useParams().certificateId as CertificateId
  const shown = useQuery(useApi().training.showCertificate.queryOptions({ certificateId }))
  if (shown.isPending) return <LoadingFace shape="page" />
  if (shown.error) return <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} />
  const certificate = shown.data
  const address = `${window.location.origin}/verify/${certificate.token}`
  const facts = [
    [t('certificate.person'), certificate.personName],
    [t('certificate.course'), certificate.courseTitle],
    [t('certificate.hours'), t('certificate.hoursOf', { hours: certificate.hours, cycle: certificate.cycle })],
    [t('certificate.issuer'), certificate.issuerName],
    [t('certificate.date'), formatDate(certificate.issuedOn, language)],
    [t('certificate.number'), certificate.number],
  ] as const
  return (
    <>
      <PageHeading
        title={t('certificate.title')}
        suffix={door('own.product')}
        trail={
          certificate.own ? (
            <Anchor component={Link} to="/me">
              {t('me.title')}
            </Anchor>
          ) : null
        }
      />
      <Stack gap="lg" className={classes.course}>
        {certificate.revokedAt === null ? null : (
          <Alert
            color="red"
            role="status"
            title={t('certificate.revoked', { date: formatDate(chinaDayOf(certificate.revokedAt), language) })}
          >
            {t('certificate.revokedWhy', { reason: withoutStop(certificate.revokedReason ?? '') })}
            {certificate.validId ? (
              <div>
                <Anchor component={Link} to={`/certificates/${certificate.validId}`}>
                  {t('certificate.valid')}
                </Anchor>
              </div>
            ) : null}
          </Alert>
        )}
        <div className={classes.certificate}>
          <dl className={classes.facts}>
            {facts.map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        {certificate.revokedAt === null ? (
          <Group gap="xs">
            <Button
              component="a"
              href={`/certificates/${certificate.id}.pdf`}
              target="_blank"
              leftSection={<IconFileTypePdf size={18} aria-hidden />}
            >
              {t('certificate.pdf')}
            </Button>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
                  {copied ? t('certificate.copied') : t('certificate.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        ) : null}
        <div>
          <Anchor href={address} target="_blank">
            {t('certificate.link')} <IconExternalLink size={14} aria-hidden />
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('certificate.linkLead')}
          </Text>
        </div>
      </Stack>
    </>
  )
}

/** A reason as it stands inside a sentence, which has a stop of its own. */
function withoutStop(reason: string): string {
  return reason.replace(/[。．.；;\s]+$/u, '')
}
