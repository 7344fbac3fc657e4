import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import { MemberStatus, memberStatusWords } from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { SegmentedControl, Select, TextInput } from '@dangjian/ui/kit'
import { client, useApi } from '@dangjian/door/api'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { useUnitAct } from './use-unit-act.ts'

interface JoinInput {
  readonly person: { personId: PersonId } | { name: string; memberStatus: MemberStatus }
  readonly fromOn: string
  readonly name: string
}

/** Lets somebody join: a new person, or one already known where the role reaches. */
export function JoinUnitDialog({ unitId, onClose }: { unitId: UnitId; onClose: () => void }) {
  const t = useTexts('unit')
  const acts = useTexts('personActs')
  const api = useApi()
  const word = useWord()
  const today = useToday()
  const scope = useActingGrant()?.unitId ?? unitId
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 200)
  const form = useForm({
    initialValues: {
      who: 'new' as 'new' | 'known',
      name: '',
      memberStatus: 'full' as MemberStatus,
      personId: null as PersonId | null,
      fromOn: today as string | null,
    },
    validate: {
      name: (value, { who }) => (who === 'known' || value.trim() ? null : acts('join.nameMissing')),
      personId: (value, { who }) => (who === 'new' || value ? null : acts('join.personMissing')),
      fromOn: (value) => (value ? null : acts('dayMissing')),
    },
  })
  const { who } = form.values
  const people = useQuery({
    ...api.organisation.listPeople.queryOptions({ unitId: scope, search: asked || undefined, limit: 30 }),
    enabled: who === 'known',
    placeholderData: (before) => before,
  })
  const join = useUnitAct<JoinInput>({
    send: ({ person, fromOn }) => client.organisation.joinUnit.mutate({ unitId, person, fromOn }),
    done: ({ name }) => acts('join.done', { name }),
    onClose,
  })
  const beside = useBeside(join.error)
  const submit = form.onSubmit(({ name, memberStatus, personId, fromOn }) => {
    if (!fromOn) return
    if (who === 'new') join.mutate({ person: { name, memberStatus }, fromOn, name })
    else if (personId) {
      const known = people.data?.rows.find(({ id }) => id === personId)?.name ?? ''
      join.mutate({ person: { personId }, fromOn, name: known })
    }
  })
  return (
    <ActDialog
      title={acts('join.title')}
      act={acts('join.act')}
      onClose={onClose}
      onSubmit={submit}
      busy={join.isPending}
      error={join.error}
      besideFields={['already-in-unit', 'unit-step-in-future']}
    >
      <SegmentedControl
        aria-label={acts('join.who')}
        data={[
          { value: 'new', label: acts('join.new') },
          { value: 'known', label: acts('join.known') },
        ]}
        value={who}
        onChange={(value) => form.setFieldValue('who', value === 'known' ? 'known' : 'new')}
      />
      {who === 'new' ? (
        <>
          <TextInput label={acts('join.name')} required maxLength={50} data-autofocus {...form.getInputProps('name')} />
          <Select
            label={acts('join.status')}
            required
            allowDeselect={false}
            data={MemberStatus.options.map((value) => ({ value, label: word(memberStatusWords, value) }))}
            {...form.getInputProps('memberStatus')}
          />
        </>
      ) : (
        <Select
          label={acts('assign.person')}
          placeholder={acts('join.find')}
          required
          data={(people.data?.rows ?? []).map(({ id, name, units }) => ({
            value: id,
            label: units[0] ? `${name}（${units[0].unitName}）` : name,
          }))}
          filter={({ options }) => options}
          searchable
          searchValue={text}
          onSearchChange={setText}
          nothingFoundMessage={t('people.nobody')}
          {...form.getInputProps('personId')}
          error={form.errors.personId ?? beside('already-in-unit')}
        />
      )}
      <DateField
        label={acts('join.fromOn')}
        required
        maxDate={today}
        {...form.getInputProps('fromOn')}
        error={form.errors.fromOn ?? beside('unit-step-in-future')}
      />
    </ActDialog>
  )
}
