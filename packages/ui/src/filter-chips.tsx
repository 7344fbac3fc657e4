import { Button, Group } from '@mantine/core'
import { IconX } from './icons.tsx'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

export interface FilterChip {
  readonly key: string
  /** The filter in words: what it is and what is chosen. */
  readonly label: string
  readonly onRemove: () => void
}

/** Filters that one came with and that stand in no field here: each said in words, and taken off by pressing it. */
export function FilterChips({ label, chips }: { readonly label: string; readonly chips: readonly FilterChip[] }) {
  const { words } = useUi()
  if (chips.length === 0) return null
  return (
    <Group gap="xs" mb="md" role="group" aria-label={label} className="no-print">
      {chips.map(({ key, label: name, onRemove }) => (
        <Button
          key={key}
          variant="default"
          size="compact-sm"
          fw={400}
          maw="100%"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={fill(words.removeFilter, { filter: name })}
          title={name}
          onClick={() => {
            // The chip goes with its filter: one stands on the page's name instead of nowhere.
            document.getElementById('page-title')?.focus({ preventScroll: true })
            onRemove()
          }}
        >
          {name}
        </Button>
      ))}
    </Group>
  )
}
