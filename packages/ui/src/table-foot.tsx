import { Button, Group, Text } from '@mantine/core'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

interface TableFootProps {
  readonly shown: number
  readonly total: number | undefined
  readonly totalText: ((count: number) => string) | undefined
  readonly onMore: (() => void) | undefined
  readonly loadingMore: boolean
}

/** How many there are, and more of them. */
export function TableFoot({ shown, total, totalText, onMore, loadingMore }: TableFootProps) {
  const { words } = useUi()
  // Without a total, whoever can have more has not seen all.
  const count = total ?? (onMore ? undefined : shown)
  const all = count === undefined ? [] : [totalText?.(count) ?? fill(words.rowsTotal, { n: count })]
  const listed = count === shown ? [] : [fill(words.rowsShown, { n: shown })]
  return (
    <Group justify="space-between" mt="xs" mih={36}>
      <Text size="sm" c="dimmed" className="tabular" role="status">
        {[...all, ...listed].join(' · ')}
      </Text>
      {onMore ? (
        <Button variant="default" onClick={onMore} loading={loadingMore}>
          {words.loadMore}
        </Button>
      ) : null}
    </Group>
  )
}
