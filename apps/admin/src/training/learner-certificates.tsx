import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { recordMendingRefusalWords } from '@dangjian/domain/training'
import { ConfirmDialog } from '@dangjian/ui/confirm-dialog'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { chinaDayOf, formatDate } from '@dangjian/ui/date-format'
import { DateText } from '@dangjian/ui/date-text'
import { EmptyFace } from '@dangjian/ui/faces'
import { Anchor, Group } from '@dangjian/ui/kit'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { LearnerRecord, RecordPart } from './learner-page.tsx'
import { MendDialog } from './mend-dialog.tsx'

type Row = LearnerRecord['certificates'][number]

/** Every certificate a person had: revoked with a reason, issued anew once none holds. */
export function LearnerCertificates({ record, onMended }: RecordPart) {
  const t = useTexts('learner')
  const word = useWord()
  const { language } = useLanguage()
  const [revoking, setRevoking] = useState<Row | null>(null)
  const [reissuing, setReissuing] = useState<Row | null>(null)
  const reason = record.own ? word(recordMendingRefusalWords, 'own-record') : null
  const done = (words: string): void => {
    setRevoking(null)
    setReissuing(null)
    onMended(words)
  }
  const columns: readonly DataColumn<Row>[] = [
    { key: 'course', header: t('course'), primary: true, cell: ({ courseTitle }) => courseTitle },
    { key: 'number', header: t('number'), cell: ({ number }) => number },
    { key: 'issued', header: t('issued'), cell: ({ issuedOn }) => <DateText date={issuedOn} settled /> },
    { key: 'amount', header: t('amount'), align: 'end', cell: ({ hours }) => hours },
    {
      key: 'state',
      header: t('state'),
      cell: ({ revokedAt, revokedReason }) =>
        revokedAt === null ? (
          <StateBadge tone="good">{t('valid')}</StateBadge>
        ) : (
          <StateBadge plain tone="bad">
            {t('revoked', { date: formatDate(chinaDayOf(revokedAt), language), reason: revokedReason ?? '' })}
          </StateBadge>
        ),
    },
    {
      key: 'act',
      header: t('act'),
      cell: (row) => (
        <Group gap="xs">
          <Anchor href={`/certificates/${row.id}`} aria-label={t('openFor', { number: row.number })}>
            {t('open')}
          </Anchor>
          {row.mayRevoke ? (
            <ReasonedButton
              size="xs"
              variant="default"
              reason={reason}
              aria-label={t('revokeFor', { number: row.number })}
              onClick={() => setRevoking(row)}
            >
              {t('revoke')}
            </ReasonedButton>
          ) : null}
          {row.mayReissue ? (
            <ReasonedButton
              size="xs"
              variant="default"
              reason={reason}
              aria-label={t('reissueFor', { course: row.courseTitle })}
              onClick={() => setReissuing(row)}
            >
              {t('reissue')}
            </ReasonedButton>
          ) : null}
        </Group>
      ),
    },
  ]
  return (
    <>
      <DataTable
        label={t('certificates')}
        rows={record.certificates}
        columns={columns}
        rowKey={({ id }) => id}
        rowLabel={({ courseTitle, number }) => `${courseTitle} ${number}`}
        total={record.certificates.length}
        empty={<EmptyFace title={t('certificatesNone')} />}
      />
      {revoking ? (
        <RevokeDialog row={revoking} name={record.personName} onClose={() => setRevoking(null)} onDone={done} />
      ) : null}
      {reissuing ? (
        <ReissueDialog row={reissuing} name={record.personName} onClose={() => setReissuing(null)} onDone={done} />
      ) : null}
    </>
  )
}

interface ActProps {
  readonly row: Row
  readonly name: string
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

function RevokeDialog({ row, name, onClose, onDone }: ActProps) {
  const t = useTexts('learner')
  const sayWhy = useRefusalWords(recordMendingRefusalWords)
  const revoke = useMutation(
    useApi().training.revokeCertificate.mutationOptions({ onSuccess: () => onDone(t('revokeDone')) }),
  )
  return (
    <MendDialog
      title={t('revokeTitle')}
      lead={t('revokeWhat', { name, course: row.courseTitle, number: row.number })}
      act={t('revoke')}
      busy={revoke.isPending}
      trouble={revoke.error ? sayWhy(revoke.error) : null}
      onClose={onClose}
      onAct={(reason) => revoke.mutate({ certificateId: row.id, reason })}
    />
  )
}

function ReissueDialog({ row, name, onClose, onDone }: ActProps) {
  const t = useTexts('learner')
  const sayWhy = useRefusalWords(recordMendingRefusalWords)
  const reissue = useMutation(
    useApi().training.reissueCertificate.mutationOptions({ onSuccess: () => onDone(t('reissueDone')) }),
  )
  return (
    <ConfirmDialog
      opened
      title={t('reissueTitle')}
      confirm={t('reissue')}
      busy={reissue.isPending}
      trouble={reissue.error ? sayWhy(reissue.error) : null}
      onClose={onClose}
      onConfirm={() => reissue.mutate({ certificateId: row.id })}
    >
      {t('reissueWhat', { name })}
    </ConfirmDialog>
  )
}
