import type { UnitId } from '@dangjian/domain/access'
import { MemberStatus, memberStatusWords } from '@dangjian/domain/organisation'
import { useForm } from '@dangjian/ui/form'
import { Select, TextInput } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog } from './act-dialog.tsx'
import type { PersonRow } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

/** Corrects a name or a membership. */
export function CorrectPersonDialog({
  unitId,
  person,
  onClose,
}: {
  unitId: UnitId
  person: PersonRow
  onClose: () => void
}) {
  const t = useTexts('personActs')
  const word = useWord()
  const form = useForm({
    initialValues: { name: person.name, memberStatus: person.memberStatus },
    validate: { name: (value) => (value.trim() ? null : t('correct.nameMissing')) },
  })
  const correct = useUnitAct<typeof form.values>({
    send: ({ name, memberStatus }) =>
      client.organisation.correctPerson.mutate({ unitId, personId: person.id, rev: person.rev, name, memberStatus }),
    done: () => t('correct.done'),
    onClose,
  })
  return (
    <ActDialog
      title={t('correct.title')}
      act={t('correct.act')}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => correct.mutate(values))}
      busy={correct.isPending}
      error={correct.error}
      size="md"
    >
      <TextInput label={t('correct.name')} required maxLength={50} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('correct.status')}
        required
        allowDeselect={false}
        data={MemberStatus.options.map((value) => ({ value, label: word(memberStatusWords, value) }))}
        {...form.getInputProps('memberStatus')}
      />
    </ActDialog>
  )
}
