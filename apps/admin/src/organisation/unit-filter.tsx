import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { UnitId } from '@dangjian/domain/access'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { Select } from '@dangjian/ui/kit'
import { useApi } from '@dangjian/door/api'
import { useTexts } from '../app/texts.ts'

interface UnitFilterProps {
  /** The unit of the role worn: only what is beneath it is found. */
  readonly within: UnitId
  readonly value: UnitId | undefined
  readonly onChange: (value: UnitId | undefined) => void
}

/** Narrows a list to one unit and those beneath it. Units are found as one types. */
export function UnitFilter({ within, value, onChange }: UnitFilterProps) {
  const t = useTexts('organisation')
  const { organisation } = useApi()
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim().slice(0, 50), 200)
  const chosen = useQuery({ ...organisation.showUnit.queryOptions({ unitId: value! }), enabled: value !== undefined })
  const found = useQuery({
    ...organisation.search.queryOptions({ unitId: within, words }),
    enabled: words !== '' && words !== chosen.data?.unit.name,
    placeholderData: (before) => before,
  })
  const units = [...(chosen.data ? [chosen.data.unit] : []), ...(found.data?.units ?? [])]
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (
    <Select
      label={t('people.units')}
      placeholder={t('people.unitHint')}
      clearable
      searchable
      w={260}
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={words ? t('people.noUnit') : t('people.unitHint')}
      openOnFocus={false}
      value={value ?? null}
      onChange={(id) => onChange(UnitId.safeParse(id).data)}
    />
  )
}
