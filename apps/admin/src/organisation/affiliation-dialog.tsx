import { useState } from 'react'
import { Affiliation, affiliationWords } from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { Select } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { documentOf, DocumentFields, noDocument } from './document-fields.tsx'
import type { UnitRow } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

interface AffiliationInput {
  readonly affiliation: Affiliation
  readonly on: string
}

/** Changes to whom an office's Party organisation belongs. */
export function AffiliationDialog({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const t = useTexts('unitActs')
  const word = useWord()
  const today = useToday()
  const [document, setDocument] = useState(noDocument)
  const form = useForm({
    initialValues: { affiliation: null as Affiliation | null, on: today as string | null },
    validate: {
      affiliation: (value) => (value ? null : t('affiliate.missing')),
      on: (value) => (value ? null : t('dayMissing')),
    },
  })
  const change = useUnitAct<AffiliationInput>({
    send: (input) =>
      client.organisation.changeAffiliation.mutate({
        unitId: unit.id,
        rev: unit.rev,
        ...input,
        ...documentOf(document),
      }),
    done: () => t('affiliate.done'),
    onClose,
  })
  const beside = useBeside(change.error)
  return (
    <ActDialog
      title={t('affiliate.title')}
      act={t('affiliate.act')}
      onClose={onClose}
      onSubmit={form.onSubmit(({ affiliation, on }) => {
        if (affiliation && on) change.mutate({ affiliation, on })
      })}
      busy={change.isPending}
      error={change.error}
      besideFields={['unit-change-in-future', 'unit-change-before-founding']}
    >
      <Select
        label={t('affiliate.to')}
        required
        data={Affiliation.options
          .filter((value) => value !== unit.affiliation)
          .map((value) => ({ value, label: word(affiliationWords, value) }))}
        {...form.getInputProps('affiliation')}
      />
      <DateField
        label={t('affiliate.on')}
        required
        maxDate={today}
        {...form.getInputProps('on')}
        error={form.errors.on ?? beside('unit-change-in-future', 'unit-change-before-founding')}
      />
      <DocumentFields value={document} onChange={setDocument} />
    </ActDialog>
  )
}
