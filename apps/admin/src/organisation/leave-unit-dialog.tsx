import type { UnitId } from '@dangjian/domain/access'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { Text } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import type { PersonRow } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

/** Ends a person's belonging to the unit with the last day. */
export function LeaveUnitDialog({
  unitId,
  person,
  onClose,
}: {
  unitId: UnitId
  person: PersonRow
  onClose: () => void
}) {
  const t = useTexts('personActs')
  const today = useToday()
  const form = useForm({
    initialValues: { lastOn: today as string | null },
    validate: { lastOn: (value) => (value ? null : t('dayMissing')) },
  })
  const leave = useUnitAct<string>({
    send: (lastOn) => client.organisation.leaveUnit.mutate({ unitId, personId: person.id, lastOn }),
    done: () => t('leave.done'),
    onClose,
  })
  const beside = useBeside(leave.error)
  return (
    <ActDialog
      title={t('leave.title')}
      act={t('leave.act')}
      onClose={onClose}
      onSubmit={form.onSubmit(({ lastOn }) => {
        if (lastOn) leave.mutate(lastOn)
      })}
      busy={leave.isPending}
      error={leave.error}
      besideFields={['leaves-before-joining']}
      size="md"
    >
      <Text>{t('leave.what', { name: person.name })}</Text>
      <DateField
        label={t('leave.lastOn')}
        required
        {...form.getInputProps('lastOn')}
        error={form.errors.lastOn ?? beside('leaves-before-joining')}
      />
    </ActDialog>
  )
}
