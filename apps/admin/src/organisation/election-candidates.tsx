import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import { ElectedPost, postWords } from '@dangjian/domain/organisation'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { Fieldset, Group, MultiSelect, Select, Stack, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { CountInput } from './count-input.tsx'

/** A candidate as far as it was entered. */
export interface CandidateRow {
  readonly name: string
  /** Of the unit's people; null for a name that was entered. */
  readonly personId: PersonId | null
  readonly votes: number | null
  readonly posts: readonly ElectedPost[]
}

interface ElectionCandidatesProps {
  readonly unitId: UnitId
  readonly rows: readonly CandidateRow[]
  readonly onChange: (index: number, row: CandidateRow) => void
  /** Null while it cannot be said yet. */
  readonly isElected: (row: CandidateRow) => boolean | null
}

/** A row for every candidate: who, with how many votes, and of the elected the posts from the first committee meeting. */
export function ElectionCandidates({ unitId, rows, onChange, isElected }: ElectionCandidatesProps) {
  const t = useTexts('election')
  const word = useWord()
  return (
    <Fieldset legend={t('votes')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {rows.length > 0 ? t('votesLead') : t('votesNone')}
        </Text>
        {rows.map((row, index) => {
          const elected = isElected(row)
          const n = index + 1
          return (
            // A row has no other name than its place.
            // oxlint-disable-next-line react/no-array-index-key
            <Group key={index} gap="xs" align="flex-end" wrap="wrap" role="group" aria-label={t('candidate', { n })}>
              <CandidateField
                label={t('candidate', { n })}
                unitId={unitId}
                row={row}
                onChange={(who) => onChange(index, { ...row, ...who })}
              />
              <CountInput
                label={t('voteCount')}
                required
                w={90}
                value={row.votes}
                onChange={(votes) => onChange(index, { ...row, votes: votes ?? null })}
              />
              {elected === true ? (
                <MultiSelect
                  label={t('posts')}
                  required
                  style={{ flex: '2 1 12rem' }}
                  data={ElectedPost.options.map((value) => ({ value, label: word(postWords, value) }))}
                  value={[...row.posts]}
                  onChange={(posts) => onChange(index, { ...row, posts })}
                />
              ) : null}
              {elected === null ? null : (
                <StateBadge tone={elected ? 'good' : 'closed'}>{t(elected ? 'elected' : 'notElected')}</StateBadge>
              )}
            </Group>
          )
        })}
      </Stack>
    </Fieldset>
  )
}

const ENTERED = 'entered:'

/** One of the unit's people, or somebody new, who joins the unit by being elected. */
function CandidateField(props: {
  readonly label: string
  readonly unitId: UnitId
  readonly row: CandidateRow
  readonly onChange: (who: Pick<CandidateRow, 'name' | 'personId'>) => void
}) {
  const { label, unitId, row, onChange } = props
  const t = useTexts('election')
  const api = useApi()
  const [text, setText] = useState(row.name)
  const typed = text.trim()
  const [asked] = useDebouncedValue(typed, 200)
  const people = useQuery({
    ...api.organisation.listPeople.queryOptions({ unitId, direct: true, search: asked || undefined, limit: 30 }),
    placeholderData: (before) => before,
  })
  const found = (people.data?.rows ?? []).map(({ id, name }) => ({ value: id as string, label: name }))
  const chosen = row.name ? { value: row.personId ?? `${ENTERED}${row.name}`, label: row.name } : null
  const entered = typed ? { value: `${ENTERED}${typed}`, label: typed } : null
  const options = [...found, chosen, entered].flatMap((each) => (each ? [each] : []))
  return (
    <Select
      label={label}
      required
      maxLength={50}
      style={{ flex: '1 1 9rem' }}
      searchable
      openOnFocus={false}
      searchValue={text}
      onSearchChange={setText}
      data={[...new Map(options.map((each) => [each.value, each])).values()]}
      filter={({ options: all }) => all}
      renderOption={({ option }) =>
        option.value.startsWith(ENTERED) ? t('enter', { name: option.label }) : option.label
      }
      value={chosen?.value ?? null}
      onChange={(value, option) =>
        onChange({
          name: option?.label ?? '',
          personId: value === null || value.startsWith(ENTERED) ? null : (value as PersonId),
        })
      }
    />
  )
}
