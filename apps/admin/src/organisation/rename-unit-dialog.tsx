import { useState } from 'react'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { TextInput } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { documentOf, DocumentFields, noDocument } from './document-fields.tsx'
import type { UnitRow } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

interface RenameInput {
  readonly name: string
  readonly on: string
}

/** Gives a unit another name from a day on. */
export function RenameUnitDialog({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const t = useTexts('unitActs')
  const today = useToday()
  const [document, setDocument] = useState(noDocument)
  const form = useForm({
    initialValues: { name: unit.name, on: today as string | null },
    validate: {
      name: (value) => (value.trim().length > 1 ? null : t('rename.nameMissing')),
      on: (value) => (value ? null : t('dayMissing')),
    },
  })
  const rename = useUnitAct<RenameInput>({
    send: (input) =>
      client.organisation.renameUnit.mutate({ unitId: unit.id, rev: unit.rev, ...input, ...documentOf(document) }),
    done: () => t('rename.done'),
    onClose,
  })
  const beside = useBeside(rename.error)
  return (
    <ActDialog
      title={t('rename.title')}
      act={t('rename.act')}
      onClose={onClose}
      onSubmit={form.onSubmit(({ name, on }) => {
        if (on) rename.mutate({ name, on })
      })}
      busy={rename.isPending}
      error={rename.error}
      besideFields={['unit-name-taken', 'unit-name-unchanged', 'unit-change-in-future', 'unit-change-before-founding']}
    >
      <TextInput
        label={t('rename.name')}
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
        error={form.errors.name ?? beside('unit-name-taken', 'unit-name-unchanged')}
      />
      <DateField
        label={t('rename.on')}
        required
        maxDate={today}
        {...form.getInputProps('on')}
        error={form.errors.on ?? beside('unit-change-in-future', 'unit-change-before-founding')}
      />
      <DocumentFields value={document} onChange={setDocument} />
    </ActDialog>
  )
}
