import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  accountRefusalWords,
  firstPassword,
  passwordRefusalWords,
  type PersonId,
  type UnitId,
} from '@dangjian/domain/access'
import { useForm } from '@dangjian/ui/form'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { queryClient, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { refusalOf, useRefusalWords } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { FirstPasswordDialog } from './first-password-dialog.tsx'
import { randomBelow } from '@dangjian/door/access/random-below'

interface Candidate {
  readonly personId: PersonId
  readonly name: string
  readonly unitName: string
}

/** Person and user name; then, once, the password to hand over. It is made here, so that no answer ever carries it. */
export function CreateAccountDialog({ unitId, onClose }: { unitId: UnitId; onClose: () => void }) {
  const t = useTexts('accounts')
  const { words } = useLanguage()
  const api = useApi()
  const sayWhy = useRefusalWords(accountRefusalWords, passwordRefusalWords)
  const [password] = useState(() => firstPassword(randomBelow))
  const [chosen, setChosen] = useState<Candidate | null>(null)
  const [typed, setTyped] = useState('')
  const labelOf = ({ name, unitName }: Candidate) => t('form.option', { name, unit: unitName })
  // The name that the choice itself put into the field is not searched for.
  const wanted = chosen && typed === labelOf(chosen) ? '' : typed.trim()
  const [asked] = useDebouncedValue(wanted.slice(0, 50), 200)
  const people = useQuery({
    ...api.access.findPeopleWithoutAccount.queryOptions({ unitId, words: asked }),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
  })
  const form = useForm({
    initialValues: { personId: null as PersonId | null, username: '' },
    validate: {
      personId: (value) => (value ? null : t('form.personMissing')),
      username: (value) => {
        if (value.trim().length < 2) return t('form.usernameMissing')
        return value.trim().length > 100 ? t('form.usernameLong') : null
      },
    },
  })
  const create = useMutation(
    api.access.createAccount.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries(api.access.listAccounts.pathFilter()),
      onError: (error) => {
        const field = fieldOf(refusalOf(error))
        if (field) form.setFieldError(field, sayWhy(error))
      },
    }),
  )
  const submit = form.onSubmit(({ personId, username }) => {
    if (personId) create.mutate({ personId, username: username.trim(), password })
  })
  if (create.data && chosen) {
    const username = form.values.username.trim().toLowerCase()
    return (
      <FirstPasswordDialog
        title={t('made.title')}
        name={chosen.name}
        username={username}
        password={password}
        onClose={onClose}
      />
    )
  }
  const found = asked ? (people.data?.rows ?? []) : []
  const listed = chosen && !found.some(({ personId }) => personId === chosen.personId) ? [chosen, ...found] : found
  const beside = fieldOf(refusalOf(create.error)) !== null
  return (
    <Modal opened onClose={onClose} title={t('create')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {create.error && !beside ? (
            <Alert color="red" role="alert">
              {sayWhy(create.error)}
            </Alert>
          ) : null}
          <Select
            label={t('form.person')}
            description={t('form.personHint')}
            placeholder={t('form.choose')}
            data={listed.map((each) => ({ value: each.personId, label: labelOf(each) }))}
            filter={({ options }) => options}
            searchable
            searchValue={typed}
            onSearchChange={setTyped}
            nothingFoundMessage={t(asked && !people.isFetching ? 'form.nobody' : 'form.typeFirst')}
            openOnFocus={false}
            allowDeselect={false}
            data-autofocus
            {...form.getInputProps('personId')}
            onChange={(personId) => {
              const person = listed.find((each) => each.personId === personId) ?? null
              setChosen(person)
              form.setFieldValue('personId', person?.personId ?? null)
            }}
          />
          <TextInput
            label={t('username')}
            description={t('form.usernameHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('username')}
          />
          <Text size="sm" c="dimmed">
            {t('form.password')}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Beside which field a refusal stands. */
function fieldOf(refusal: string | null): 'personId' | 'username' | null {
  if (refusal === 'username-taken') return 'username'
  return refusal === 'person-has-account' || refusal === 'person-has-disabled-account' ? 'personId' : null
}
