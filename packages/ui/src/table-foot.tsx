import { Button, Group, Text } from '@mantine/core'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

interface TableFootProps {
  readonly shown: number
  readonly total: number | undefined
  readonly onMore: (() => void) | undefined
  readonly loadingMore: boolean
}

/** How many there are, and more of them. */
export function TableFoot({ shown, total, onMore, loadingMore }: TableFootProps) {
  const { words } = useUi()
  return (
    <Group justify="space-between" mt="xs" mih={36}>
      <Text size="sm" c="dimmed" className="tabular" role="status">
        {fill(words.rowsTotal, { n: total ?? shown })}
        {total !== undefined && total > shown ? ` · ${shown}` : ''}
      </Text>
      {onMore ? (
        <Button variant="default" onClick={onMore} loading={loadingMore}>
          {words.loadMore}
        </Button>
      ) : null}
    </Group>
  )
}
