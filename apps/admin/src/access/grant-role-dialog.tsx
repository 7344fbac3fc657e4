import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Role, roleGrantRefusalWords, roleWords, type PersonId, type UnitId } from '@dangjian/domain/access'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { Alert, Button, Group, Modal, Select, Stack } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from '../app/texts.ts'
import { refusalOf, useRefusalWords, useWord } from '@dangjian/door/word'

/** Person, role, unit, days: the rule's refusal stands on top, and what was chosen stays. */
export function GrantRoleDialog({ unitId, onClose }: { unitId: UnitId; onClose: () => void }) {
  const t = useTexts('access')
  const { words } = useLanguage()
  const api = useApi()
  const word = useWord()
  const today = useToday()
  const sayWhy = useRefusalWords(roleGrantRefusalWords)
  const [personText, setPersonText] = useState('')
  const [unitText, setUnitText] = useState('')
  const [personAsked] = useDebouncedValue(personText, 200)
  const [unitAsked] = useDebouncedValue(unitText, 200)
  const form = useForm({
    initialValues: {
      personId: null as PersonId | null,
      role: null as Role | null,
      unitId: unitId as UnitId | null,
      fromOn: today as string | null,
      toOn: null as string | null,
    },
    validate: {
      personId: (value) => (value ? null : t('grants.personMissing')),
      role: (value) => (value ? null : t('grants.roleMissing')),
      unitId: (value) => (value ? null : t('grants.unitMissing')),
      fromOn: (value) => (value ? null : t('grants.fromMissing')),
    },
  })
  const people = useQuery({
    ...api.access.listAccounts.queryOptions({ unitId, search: personAsked || undefined }),
    placeholderData: (before) => before,
  })
  const units = useQuery({
    ...api.access.findGrantableUnits.queryOptions({ unitId, words: unitAsked.slice(0, 50) }),
    placeholderData: (before) => before,
  })
  const grant = useMutation(
    api.access.grantRole.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(api.access.listRoleGrants.pathFilter())
        notify({ text: t('grants.granted') })
        onClose()
      },
      onError: (error) => {
        if (refusalOf(error) === 'grant-ends-before-it-begins') form.setFieldError('toOn', sayWhy(error))
      },
    }),
  )
  const submit = form.onSubmit(({ personId, role, unitId: chosen, fromOn, toOn }) => {
    if (personId && role && chosen && fromOn) grant.mutate({ personId, role, unitId: chosen, fromOn, toOn })
  })
  return (
    <Modal opened onClose={onClose} title={t('grants.grant')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {grant.error ? (
            <Alert color="red" role="alert">
              {sayWhy(grant.error)}
            </Alert>
          ) : null}
          <Select
            label={t('grants.person')}
            placeholder={t('grants.choosePerson')}
            data={(people.data?.rows ?? [])
              .filter(({ disabled }) => !disabled)
              .map(({ personId, name, username }) => ({ value: personId, label: `${name}（${username}）` }))}
            filter={({ options }) => options}
            searchable
            searchValue={personText}
            onSearchChange={setPersonText}
            nothingFoundMessage={t('grants.nobody')}
            openOnFocus={false}
            allowDeselect={false}
            data-autofocus
            {...form.getInputProps('personId')}
          />
          <Select
            label={t('grants.role')}
            data={Role.options.map((role) => ({ value: role, label: word(roleWords, role) }))}
            searchable
            openOnFocus={false}
            allowDeselect={false}
            {...form.getInputProps('role')}
          />
          <Select
            label={t('grants.unit')}
            placeholder={t('grants.chooseUnit')}
            data={(units.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            filter={({ options }) => options}
            searchable
            searchValue={unitText}
            onSearchChange={setUnitText}
            nothingFoundMessage={t('grants.noUnit')}
            openOnFocus={false}
            allowDeselect={false}
            {...form.getInputProps('unitId')}
          />
          <Group grow align="flex-start">
            <DateField label={t('grants.from')} {...form.getInputProps('fromOn')} />
            <DateField
              label={t('grants.to')}
              description={t('grants.toHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              clearable
              {...form.getInputProps('toOn')}
            />
          </Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={grant.isPending}>
              {t('grants.grant')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
