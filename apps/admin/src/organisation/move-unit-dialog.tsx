import { useQuery } from '@tanstack/react-query'
import type { UnitId } from '@dangjian/domain/access'
import { isStanding } from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { Select } from '@dangjian/ui/kit'
import { client, useApi } from '@dangjian/door/api'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import type { UnitRow } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

interface MoveInput {
  readonly parentId: UnitId
  readonly on: string
}

/** Puts an office's Party organisation under another of its society, or right beneath the society. */
export function MoveUnitDialog({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const t = useTexts('unitActs')
  const api = useApi()
  const today = useToday()
  const society = useQuery({
    ...api.organisation.showUnit.queryOptions({ unitId: unit.societyId! }),
    enabled: unit.societyId !== null,
  })
  const form = useForm({
    initialValues: { parentId: null as UnitId | null, on: today as string | null },
    validate: {
      parentId: (value) => (value ? null : t('move.missing')),
      on: (value) => (value ? null : t('dayMissing')),
    },
  })
  const move = useUnitAct<MoveInput>({
    send: (input) => client.organisation.moveUnit.mutate({ unitId: unit.id, rev: unit.rev, ...input }),
    done: () => t('move.done'),
    onClose,
  })
  const beside = useBeside(move.error)
  const parents = society.data
    ? [
        society.data.unit,
        ...society.data.children.filter((each) => each.kind === unit.kind && isStanding(each)),
      ].filter((each) => each.id !== unit.id && each.id !== unit.parentId)
    : []
  return (
    <ActDialog
      title={t('move.title')}
      act={t('move.act')}
      onClose={onClose}
      onSubmit={form.onSubmit(({ parentId, on }) => {
        if (parentId && on) move.mutate({ parentId, on })
      })}
      busy={move.isPending}
      error={move.error}
      besideFields={[
        'unit-under-itself',
        'unit-under-stranger',
        'unit-under-wrong-parent',
        'unit-parent-not-standing',
        'unit-already-there',
      ]}
    >
      <Select
        label={t('move.to')}
        required
        searchable
        data={parents.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('parentId')}
        error={
          form.errors.parentId ??
          beside(
            'unit-under-itself',
            'unit-under-stranger',
            'unit-under-wrong-parent',
            'unit-parent-not-standing',
            'unit-already-there',
          )
        }
      />
      <DateField label={t('move.on')} required maxDate={today} {...form.getInputProps('on')} />
    </ActDialog>
  )
}
