import { useDebouncedCallback } from '@dangjian/ui/hooks'
import { useEffect, useState } from 'react'
import { actionWords, type LoggedAction } from '@dangjian/domain/access'
import { DateField } from '@dangjian/ui/date-field'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Select, TextInput } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from '../app/texts.ts'
import { ExportAuditEntries } from './export-audit-entries.tsx'
import type { AuditSearch } from './audit-search.ts'

const wings = ['access', 'organisation', 'tasks', 'training'] as const

interface AuditFilterBarProps {
  readonly search: AuditSearch
  readonly onAsk: (search: AuditSearch) => void
}

/** By person, unit, what was done, and days; all of it in the address. */
export function AuditFilterBar({ search, onAsk }: AuditFilterBarProps) {
  const t = useTexts('audit')
  const { language } = useLanguage()
  const [unit, setUnit] = useState(search.unit ?? '')
  useEffect(() => setUnit(search.unit ?? ''), [search.unit])
  const askUnit = useDebouncedCallback((typed: string) => onAsk({ ...search, unit: typed.trim() || undefined }), 250)
  const actions = Object.keys(actionWords[language]) as LoggedAction[]
  const groups = wings.map((wing) => ({
    group: t(`wing.${wing}`),
    items: actions
      .filter((action) => action.startsWith(`${wing}.`))
      .map((action) => ({ value: action, label: actionWords[language][action] })),
  }))
  const asked = Object.values(search).some((value) => value !== undefined)
  return (
    <FilterBar
      search={search.person ?? ''}
      onSearch={(typed) => onAsk({ ...search, person: typed.trim() || undefined })}
      searchLabel={t('person')}
      {...(asked ? { onClear: () => onAsk({}) } : {})}
      end={<ExportAuditEntries search={search} />}
    >
      <Select
        aria-label={t('action')}
        placeholder={t('anyAction')}
        data={groups}
        value={search.action ?? null}
        onChange={(action) => onAsk({ ...search, action: action ?? undefined })}
        searchable
        clearable
        w={{ base: '100%', xs: 190 }}
      />
      <TextInput
        aria-label={t('unit')}
        placeholder={t('unit')}
        maxLength={100}
        value={unit}
        onChange={(event) => {
          setUnit(event.currentTarget.value)
          askUnit(event.currentTarget.value)
        }}
        w={{ base: '100%', xs: 240 }}
      />
      {(['fromOn', 'toOn'] as const).map((end) => (
        <DateField
          key={end}
          aria-label={t(end)}
          placeholder={t(end)}
          value={search[end] ?? null}
          onChange={(day) => onAsk({ ...search, [end]: day ?? undefined })}
          clearable
          w={{ base: 'calc(50% - 6px)', xs: 150 }}
        />
      ))}
    </FilterBar>
  )
}
