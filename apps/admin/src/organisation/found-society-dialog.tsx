import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { UnitId } from '@dangjian/domain/access'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { Select, TextInput } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useApi } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { documentOf, DocumentFields, noDocument } from './document-fields.tsx'
import { refreshOrganisation } from './organisation-data.ts'

/** Enters one society by hand. */
export function FoundSocietyDialog({ unitId, onClose }: { unitId: UnitId; onClose: () => void }) {
  const t = useTexts('organisation')
  const api = useApi()
  const word = useWord()
  const today = useToday()
  const [document, setDocument] = useState(noDocument)
  const form = useForm({
    initialValues: { code: '', name: '', category: null as SocietyCategory | null, admittedOn: today as string | null },
    validate: {
      code: (value) => (value.trim() ? null : t('foundSociety.codeMissing')),
      name: (value) => (value.trim().length > 1 ? null : t('foundSociety.nameMissing')),
      category: (value) => (value ? null : t('foundSociety.categoryMissing')),
      admittedOn: (value) => (value ? null : t('foundSociety.dayMissing')),
    },
  })
  const found = useMutation(
    api.organisation.foundSociety.mutationOptions({
      onSuccess: async () => {
        await refreshOrganisation()
        notify({ text: t('foundSociety.done', { name: form.getValues().name }) })
        onClose()
      },
    }),
  )
  const beside = useBeside(found.error)
  const submit = form.onSubmit(({ code, name, category, admittedOn }) => {
    if (category && admittedOn) found.mutate({ unitId, code, name, category, admittedOn, ...documentOf(document) })
  })
  return (
    <ActDialog
      title={t('foundSociety.title')}
      act={t('foundSociety.act')}
      onClose={onClose}
      onSubmit={submit}
      busy={found.isPending}
      error={found.error}
      besideFields={['society-code-taken', 'society-code-unknown', 'unit-name-taken', 'unit-step-in-future']}
    >
      <TextInput
        label={t('foundSociety.code')}
        description={t('foundSociety.codeHint')}
        maxLength={20}
        required
        data-autofocus
        {...form.getInputProps('code')}
        error={form.errors.code ?? beside('society-code-taken', 'society-code-unknown')}
      />
      <TextInput
        label={t('foundSociety.name')}
        maxLength={100}
        required
        {...form.getInputProps('name')}
        error={form.errors.name ?? beside('unit-name-taken')}
      />
      <Select
        label={t('foundSociety.category')}
        required
        data={SocietyCategory.options.map((value) => ({ value, label: word(societyCategoryWords, value) }))}
        {...form.getInputProps('category')}
      />
      <DateField
        label={t('foundSociety.admittedOn')}
        required
        maxDate={today}
        {...form.getInputProps('admittedOn')}
        error={form.errors.admittedOn ?? beside('unit-step-in-future')}
      />
      <DocumentFields value={document} onChange={setDocument} />
    </ActDialog>
  )
}
