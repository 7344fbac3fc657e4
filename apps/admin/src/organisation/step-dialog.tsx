import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UnitId } from '@dangjian/domain/access'
import { founderOf, needsDocument, unitActionWords, type UnitAction } from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { Select, Text, Textarea } from '@dangjian/ui/kit'
import { client, useApi } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { documentOf, DocumentFields, noDocument } from './document-fields.tsx'
import type { UnitRow } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

interface StepInput {
  readonly on: string
  readonly note: string
  readonly intoId: UnitId | null
}

/** The words of a step: an approval that another unit gave is only entered here. */
export function useStepWord(unit: UnitRow): (action: UnitAction) => string {
  const t = useTexts('unitActs')
  const word = useWord()
  return (action) =>
    action === 'approve' && founderOf(unit) !== 'association' ? t('step.enterApproval') : word(unitActionWords, action)
}

/** What a step does, in a sentence: who is asked or who decides depends on the unit's tier and affiliation. */
function useStepLead(unit: UnitRow, action: UnitAction): string {
  const t = useTexts('unitActs')
  const founder = founderOf(unit)
  if (founder === 'societyPartyCommittee') {
    if (action === 'activate') return t('step.report')
    return action === 'apply' || action === 'approve' ? '' : t(`step.lead.${action}`)
  }
  return action === 'apply' || action === 'approve' ? t(`step.${action}.${founder}`) : t(`step.lead.${action}`)
}

/** One step in the life of a unit: its day, its paper, a note; for a merger, where it goes. */
export function StepDialog({ unit, action, onClose }: { unit: UnitRow; action: UnitAction; onClose: () => void }) {
  const t = useTexts('unitActs')
  const api = useApi()
  const lead = useStepLead(unit, action)
  const act = useStepWord(unit)(action)
  const today = useToday()
  const [document, setDocument] = useState(noDocument)
  const form = useForm({
    initialValues: { on: today as string | null, note: '', intoId: null as UnitId | null },
    validate: {
      on: (value) => (value ? null : t('dayMissing')),
      intoId: (value) => (action === 'merge' && !value ? t('step.intoMissing') : null),
    },
  })
  const siblings = useQuery({
    ...api.organisation.showUnit.queryOptions({ unitId: unit.parentId! }),
    enabled: action === 'merge' && unit.parentId !== null,
  })
  const step = useUnitAct<StepInput>({
    send: ({ on, note, intoId }) =>
      client.organisation[`${action}Unit` as const].mutate({
        unitId: unit.id,
        rev: unit.rev,
        on,
        ...documentOf(document),
        note: note.trim() || null,
        intoId,
      }),
    done: () => t('step.done', { act }),
    onClose,
  })
  const beside = useBeside(step.error)
  const submit = form.onSubmit(({ on, note, intoId }) => {
    if (on) step.mutate({ on, note, intoId })
  })
  const like = (siblings.data?.children ?? []).filter(
    (each) => each.kind === unit.kind && each.id !== unit.id && each.state === 'active',
  )
  return (
    <ActDialog
      title={t('step.title', { act, name: unit.name })}
      act={act}
      onClose={onClose}
      onSubmit={submit}
      busy={step.isPending}
      error={step.error}
      besideFields={[
        'unit-step-before-last',
        'unit-step-in-future',
        'unit-document-missing',
        'unit-merges-into-stranger',
      ]}
    >
      <Text size="sm" c="dimmed">
        {lead}
      </Text>
      {action === 'merge' ? (
        <Select
          label={t('step.into')}
          description={t('step.intoHint')}
          required
          searchable
          openOnFocus={false}
          data-autofocus
          data={like.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('intoId')}
          error={form.errors.intoId ?? beside('unit-merges-into-stranger')}
        />
      ) : null}
      <DateField
        label={t('day')}
        required
        {...(action === 'merge' ? {} : { 'data-autofocus': true })}
        minDate={unit.stateOn}
        maxDate={today}
        {...form.getInputProps('on')}
        error={form.errors.on ?? beside('unit-step-before-last', 'unit-step-in-future')}
      />
      <DocumentFields
        value={document}
        onChange={setDocument}
        required={needsDocument(unit, action)}
        error={beside('unit-document-missing')}
      />
      <Textarea
        label={t('note')}
        description={t('noteHint')}
        maxLength={500}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </ActDialog>
  )
}
