import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

/** What is selected and what may be done with it; says its count aloud as it changes. It keeps its place while nothing is. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  count: number
  onClear: () => void
  children?: ReactNode
}) {
  const { words } = useUi()
  return (
    <Group gap="sm" mih={40} role="status" wrap="wrap" mb={4}>
      {count === 0 ? (
        <Text size="sm" c="dimmed">
          {words.selectHint}
        </Text>
      ) : null}
      {/* What was opened from here may outlast the selection. */}
      <div style={{ display: count === 0 ? 'none' : 'contents' }}>
        <Text size="sm" fw={600} className="tabular">
          {fill(words.selected, { n: count })}
        </Text>
        {children}
        <Button variant="subtle" color="gray" onClick={onClear}>
          {words.clear}
        </Button>
      </div>
    </Group>
  )
}
