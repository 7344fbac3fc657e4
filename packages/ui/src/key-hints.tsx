import { Kbd } from '@mantine/core'
import { useUi } from './ui-context.tsx'

export interface KeyHint {
  readonly keys: readonly string[]
  readonly what: string
}

/** The keys of a page, told where they work. Hidden where there is no keyboard. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  const { words } = useUi()
  return (
    <dl
      aria-label={words.keys}
      className="mantine-visible-from-sm no-print"
      style={{ display: 'flex', flexWrap: 'wrap', gap: '0.25rem 1rem', margin: 0, fontSize: '0.8125rem' }}
    >
      {hints.map(({ keys, what }) => (
        <div key={what} style={{ display: 'flex', gap: '0.375rem', alignItems: 'center' }}>
          <dt>
            {keys.map((key) => (
              <Kbd key={key} size="xs" me={2}>
                {key}
              </Kbd>
            ))}
          </dt>
          <dd style={{ margin: 0, color: 'var(--mantine-color-dimmed)' }}>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
