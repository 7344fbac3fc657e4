import { Button, Group, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState, type ReactNode } from 'react'
import { IconSearch, IconX } from './icons.tsx'
import classes from './filter-bar.module.css'
import { useUi } from './ui-context.tsx'

export interface FilterBarProps {
  readonly label?: string
  /** The word searched for, as the address has it; leave out where there is no search. */
  readonly search?: string
  readonly onSearch?: (search: string) => void
  readonly searchLabel?: string
  /** Selects, switches, a date: each with its own label. */
  readonly children?: ReactNode
  /** Something is set, and may be cleared. */
  readonly onClear?: () => void
  /** What stands at the end: an export, a change of view. */
  readonly end?: ReactNode
}

/** Search and filters over a list. What is set stands in the address: the bar only shows it. */
export function FilterBar({ label, search, onSearch, searchLabel, children, onClear, end }: FilterBarProps) {
  const { words } = useUi()
  const [typed, setTyped] = useState(search ?? '')
  const tell = useDebouncedCallback((value: string) => onSearch?.(value), 250)
  useEffect(() => setTyped(search ?? ''), [search])
  return (
    <Group
      role="search"
      aria-label={label ?? words.filters}
      gap="sm"
      mb="md"
      align="flex-end"
      className={`no-print ${classes.bar}`}
    >
      {onSearch ? (
        <TextInput
          type="search"
          aria-label={searchLabel ?? words.search}
          placeholder={searchLabel ?? words.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            tell(event.currentTarget.value)
          }}
          w={{ base: '100%', xs: 260 }}
        />
      ) : null}
      {children}
      {onClear ? (
        <Button variant="subtle" color="gray" leftSection={<IconX size={16} aria-hidden />} onClick={onClear}>
          {words.clearFilters}
        </Button>
      ) : null}
      {end ? <Group ms="auto">{end}</Group> : null}
    </Group>
  )
}
