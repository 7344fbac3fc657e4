import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '@dangjian/domain/access'
import {
  assignPost,
  organisationRefusalWords,
  Post,
  postWords,
  type PostHoldingId,
} from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { formatDate } from '@dangjian/ui/date-format'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { Group, Select } from '@dangjian/ui/kit'
import { client, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import type { ShownUnit } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

interface AssignInput {
  readonly personId: PersonId
  readonly post: Post
  readonly fromOn: string
  readonly toOn: string | null
}

/** Gives somebody of the unit a post; a second secretary is refused before it is sent, with the first one's name. */
export function AssignPostDialog({ shown, onClose }: { shown: ShownUnit; onClose: () => void }) {
  const t = useTexts('unit')
  const acts = useTexts('personActs')
  const api = useApi()
  const word = useWord()
  const { language } = useLanguage()
  const today = useToday()
  const { unit, posts } = shown
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 200)
  const form = useForm({
    initialValues: {
      personId: null as PersonId | null,
      post: null as Post | null,
      fromOn: today as string | null,
      toOn: null as string | null,
    },
    validate: {
      personId: (value) => (value ? null : acts('assign.personMissing')),
      post: (value) => (value ? null : acts('assign.postMissing')),
      fromOn: (value) => (value ? null : acts('dayMissing')),
    },
  })
  const people = useQuery({
    ...api.organisation.listPeople.queryOptions({
      unitId: unit.id,
      direct: true,
      search: asked || undefined,
      limit: 30,
    }),
    placeholderData: (before) => before,
  })
  const names = new Map((people.data?.rows ?? []).map(({ id, name }) => [id, name]))
  const assign = useUnitAct<AssignInput>({
    send: (input) => client.organisation.assignPost.mutate({ unitId: unit.id, ...input }),
    done: ({ personId, post }) => acts('assign.done', { name: names.get(personId) ?? '', post: word(postWords, post) }),
    onClose,
  })
  const beside = useBeside(assign.error)
  const { personId, post, fromOn, toOn } = form.values
  const held = posts.map((each) => ({ ...each, unitId: unit.id }))
  const decision =
    personId && post && fromOn
      ? assignPost(held, { id: '' as PostHoldingId, unitId: unit.id, personId, post, fromOn, toOn }, true)
      : null
  const detail =
    decision && !decision.ok && decision.detail
      ? {
          ...decision.detail,
          ...(decision.detail.since ? { since: formatDate(String(decision.detail.since), language) } : {}),
        }
      : undefined
  const reason = decision && !decision.ok ? word(organisationRefusalWords, decision.refusal, detail) : null
  return (
    <ActDialog
      title={acts('assign.title')}
      act={acts('assign.act')}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => {
        if (values.personId && values.post && values.fromOn)
          assign.mutate({ personId: values.personId, post: values.post, fromOn: values.fromOn, toOn: values.toOn })
      })}
      busy={assign.isPending}
      error={assign.error}
      besideFields={['second-secretary', 'post-already-held', 'post-dates-out-of-order', 'post-holder-not-in-unit']}
      reason={reason}
    >
      <Select
        label={acts('assign.person')}
        placeholder={acts('assign.choose')}
        required
        data={(people.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        filter={({ options }) => options}
        searchable
        searchValue={text}
        onSearchChange={setText}
        nothingFoundMessage={t('people.nobody')}
        data-autofocus
        {...form.getInputProps('personId')}
        error={form.errors.personId ?? beside('post-holder-not-in-unit')}
      />
      <Select
        label={acts('assign.post')}
        required
        data={Post.options.map((value) => ({ value, label: word(postWords, value) }))}
        {...form.getInputProps('post')}
        error={
          form.errors.post ??
          (decision && !decision.ok && decision.refusal !== 'post-dates-out-of-order'
            ? reason
            : beside('second-secretary', 'post-already-held'))
        }
      />
      <Group grow align="flex-start">
        <DateField label={acts('assign.fromOn')} required {...form.getInputProps('fromOn')} />
        <DateField
          label={acts('assign.toOn')}
          description={acts('assign.toHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          {...form.getInputProps('toOn')}
          error={
            decision && !decision.ok && decision.refusal === 'post-dates-out-of-order'
              ? reason
              : beside('post-dates-out-of-order')
          }
        />
      </Group>
    </ActDialog>
  )
}
