import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { unitKindWords } from '@dangjian/domain/organisation'
import { tasksRefusalWords, type Assignment } from '@dangjian/domain/tasks'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import { useApi } from '@dangjian/door/api'
import { refusalOf, useRefusalWords, useWord } from '@dangjian/door/word'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { Alert, Group, Select, TextInput } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'

/** Which refusal stands beside which field. */
const fieldOf: Readonly<Record<string, 'unitId' | 'personId' | 'dueOn'>> = {
  'part-unit-not-beneath': 'unitId',
  'part-person-not-in-unit': 'personId',
  'part-due-in-past': 'dueOn',
  'part-due-after-assignment': 'dueOn',
}

/** Gives a piece of the work to a unit below, with a name where wanted and a day. */
export function GivePartDialog({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const t = useTexts('parts')
  const word = useWord()
  const api = useApi()
  const today = useToday()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [personText, setPersonText] = useState('')
  const [asked] = useDebouncedValue(personText, 200)
  const form = useForm({
    initialValues: {
      title: '',
      unitId: null as UnitId | null,
      personId: null as PersonId | null,
      dueOn: (assignment.dueOn >= today ? assignment.dueOn : null) as string | null,
    },
    validate: {
      title: (value) => (value.trim().length >= 2 ? null : t('titleMissing')),
      unitId: (value) => (value ? null : t('unitMissing')),
      dueOn: (value) => (value ? null : t('dueMissing')),
    },
  })
  const { unitId } = form.values
  const society = useQuery(api.organisation.showUnit.queryOptions({ unitId: assignment.unitId }))
  const people = useQuery({
    ...api.organisation.listPeople.queryOptions({ unitId: unitId!, search: asked || undefined, limit: 20 }),
    enabled: unitId !== null,
    placeholderData: (before) => before,
  })
  const give = useMutation(
    api.tasks.givePart.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('given') })
        await refreshAssignments()
        onClose()
      },
      onError: (error) => {
        const field = fieldOf[refusalOf(error) ?? '']
        if (field) form.setFieldError(field, sayWhy(error))
      },
    }),
  )
  const beside = give.error ? fieldOf[refusalOf(give.error) ?? ''] : undefined
  const units = (society.data?.children ?? []).filter(({ state }) => state === 'active')
  return (
    <FormDialog
      title={t('giveTitle')}
      act={t('give')}
      size="lg"
      busy={give.isPending}
      trouble={give.error && !beside ? sayWhy(give.error) : null}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => {
        if (!values.unitId || !values.dueOn) return
        give.mutate({
          assignmentId: assignment.id,
          unitId: values.unitId,
          personId: values.personId,
          title: values.title,
          dueOn: values.dueOn,
        })
      })}
    >
      {society.data && units.length === 0 ? <Alert color="yellow">{t('noUnits')}</Alert> : null}
      <TextInput
        label={t('title')}
        placeholder={t('titleHint')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Select
        label={t('unit')}
        placeholder={t('unitHint')}
        data={units.map(({ id, name, kind }) => ({ value: id, label: `${name}（${word(unitKindWords, kind)}）` }))}
        searchable
        nothingFoundMessage={t('noUnit')}
        {...form.getInputProps('unitId')}
        onChange={(value) => form.setValues({ unitId: value as UnitId | null, personId: null })}
      />
      <Group grow align="flex-start">
        <Select
          label={t('person')}
          description={t('personHint')}
          disabled={unitId === null}
          data={(people.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          clearable
          searchValue={personText}
          onSearchChange={setPersonText}
          filter={({ options }) => options}
          nothingFoundMessage={t('nobody')}
          {...form.getInputProps('personId')}
        />
        <DateField
          label={t('due')}
          description={t('dueHint')}
          minDate={today}
          maxDate={assignment.dueOn >= today ? assignment.dueOn : undefined}
          {...form.getInputProps('dueOn')}
        />
      </Group>
    </FormDialog>
  )
}
