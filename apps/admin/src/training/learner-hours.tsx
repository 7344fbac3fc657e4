import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { hourReasonWords, recordMendingRefusalWords } from '@dangjian/domain/training'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { EmptyFace } from '@dangjian/ui/faces'
import { NumberInput, Text } from '@dangjian/ui/kit'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { LearnerRecord, RecordPart } from './learner-page.tsx'
import { MendDialog } from './mend-dialog.tsx'

type Row = LearnerRecord['entries'][number]

/** A person's ledger, every year; what is wrong in it is taken out by a counter-entry and entered anew. */
export function LearnerHours({ record, onMended }: RecordPart) {
  const t = useTexts('learner')
  const word = useWord()
  const [correcting, setCorrecting] = useState<Row | null>(null)
  const columns: readonly DataColumn<Row>[] = [
    { key: 'source', header: t('source'), primary: true, cell: ({ sourceTitle }) => sourceTitle },
    { key: 'cycle', header: t('cycle'), cell: ({ cycle }) => cycle },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ hours, corrected }) => (
        <Text span size="sm" className="tabular" td={corrected ? 'line-through' : undefined}>
          {hours > 0 ? `+${hours}` : hours}
        </Text>
      ),
    },
    {
      key: 'why',
      header: t('why'),
      cell: ({ reason, note }) => `${word(hourReasonWords, reason)}${note === null ? '' : ` · ${note}`}`,
    },
    { key: 'entered', header: t('entered'), cell: ({ at }) => <InstantText at={at} /> },
    {
      key: 'act',
      header: t('act'),
      cell: (row) =>
        row.corrected ? (
          <StateBadge plain tone="neutral">
            {t('corrected')}
          </StateBadge>
        ) : row.mayCorrect ? (
          <ReasonedButton
            size="xs"
            variant="default"
            reason={record.own ? word(recordMendingRefusalWords, 'own-record') : null}
            aria-label={t('correctFor', { source: row.sourceTitle })}
            onClick={() => setCorrecting(row)}
          >
            {t('correct')}
          </ReasonedButton>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <>
      <DataTable
        label={t('hours')}
        rows={record.entries}
        columns={columns}
        rowKey={({ id }) => id}
        rowLabel={({ sourceTitle, hours }) => `${sourceTitle} ${hours}`}
        total={record.entries.length}
        empty={<EmptyFace title={t('hoursNone')} />}
      />
      {correcting ? (
        <CorrectDialog
          row={correcting}
          onClose={() => setCorrecting(null)}
          onDone={() => {
            setCorrecting(null)
            onMended(t('correctDone'))
          }}
        />
      ) : null}
    </>
  )
}

function CorrectDialog({ row, onClose, onDone }: { row: Row; onClose: () => void; onDone: () => void }) {
  const t = useTexts('learner')
  const sayWhy = useRefusalWords(recordMendingRefusalWords)
  const [hours, setHours] = useState<number | string>(row.hours)
  const correct = useMutation(useApi().training.correctHours.mutationOptions({ onSuccess: onDone }))
  return (
    <MendDialog
      title={t('correctTitle')}
      lead={t('correctWhat', { source: row.sourceTitle, hours: row.hours })}
      act={t('correct')}
      busy={correct.isPending}
      trouble={correct.error ? sayWhy(correct.error) : null}
      onClose={onClose}
      onAct={(reason) => correct.mutate({ hourEntryId: row.id, hours: Number(hours), reason })}
    >
      <NumberInput
        label={t('rightHours')}
        description={t('rightHoursLead')}
        required
        min={0}
        max={1000}
        step={0.25}
        decimalScale={2}
        value={hours}
        onChange={setHours}
      />
    </MendDialog>
  )
}
