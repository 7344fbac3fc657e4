import { useState } from 'react'
import { electionSteps, electionStepWords, type ElectionStep } from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { Text, Textarea } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { documentOf, DocumentFields, noDocument } from './document-fields.tsx'
import type { UnitRow } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

/** Steps that are entered with a day, a paper and a note; the result has its own form. */
export type PlainStep = Exclude<ElectionStep, 'result'>

interface ElectionStepDialogProps {
  readonly unit: UnitRow
  readonly step: PlainStep
  /** Of the course, as it is shown. */
  readonly rev: number
  /** The day before which it cannot have happened. */
  readonly fromOn: string | null
  readonly onClose: () => void
}

/** One step of an election: its day and its paper; of a rejection the reason. */
export function ElectionStepDialog({ unit, step, rev, fromOn, onClose }: ElectionStepDialogProps) {
  const t = useTexts('electionCourse')
  const acts = useTexts('unitActs')
  const word = useWord()
  const today = useToday()
  const [document, setDocument] = useState(noDocument)
  const { needs } = electionSteps[step]
  const act = word(electionStepWords, step)
  const form = useForm({
    initialValues: { on: today as string | null, note: '' },
    validate: { on: (value) => (value ? null : acts('dayMissing')) },
  })
  const take = useUnitAct<{ on: string; note: string }>({
    send: ({ on, note }) =>
      client.organisation[`${step}Election` as const].mutate({
        unitId: unit.id,
        rev,
        on,
        ...documentOf(document),
        note: note.trim() || null,
      }),
    done: () => t('step.done', { act }),
    onClose,
  })
  const beside = useBeside(take.error)
  const paper = (
    <DocumentFields
      value={document}
      onChange={setDocument}
      required={needs === 'document'}
      error={beside('unit-document-missing')}
    />
  )
  return (
    <ActDialog
      title={t('step.title', { act, name: unit.name })}
      act={act}
      onClose={onClose}
      onSubmit={form.onSubmit(({ on, note }) => {
        if (on) take.mutate({ on, note })
      })}
      busy={take.isPending}
      error={take.error}
      besideFields={[
        'unit-step-before-last',
        'unit-step-in-future',
        'unit-document-missing',
        'election-reason-missing',
      ]}
    >
      <Text size="sm" c="dimmed">
        {t(`step.lead.${step}`)}
      </Text>
      <DateField
        label={acts('day')}
        required
        data-autofocus
        {...(fromOn ? { minDate: fromOn } : {})}
        maxDate={today}
        {...form.getInputProps('on')}
        error={form.errors.on ?? beside('unit-step-before-last', 'unit-step-in-future')}
      />
      {needs === 'reason' ? null : paper}
      <Textarea
        label={needs === 'reason' ? t('step.reason') : t('step.note')}
        description={needs === 'reason' ? t('step.reasonHint') : t('step.noteHint')}
        required={needs === 'reason'}
        maxLength={500}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
        error={beside('election-reason-missing')}
      />
      {needs === 'reason' ? paper : null}
    </ActDialog>
  )
}
