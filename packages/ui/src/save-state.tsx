import { Text } from '@mantine/core'
import { formatTime } from './date-format.tsx'
import { IconAlertTriangle, IconCheck, IconCircleDot, IconLoader2 } from './icons.tsx'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

export type Saving =
  | { kind: 'saved'; at: number }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'failed' }
  | { kind: 'none' }

/** Saving is seen, never a guess: `已保存 10:32`. */
export function SaveState({ saving }: { saving: Saving }) {
  const { words } = useUi()
  const text =
    saving.kind === 'saved'
      ? fill(words.savedAt, { time: formatTime(saving.at) })
      : saving.kind === 'saving'
        ? words.saving
        : saving.kind === 'unsaved'
          ? words.unsaved
          : saving.kind === 'failed'
            ? words.saveFailed
            : ''
  const Icon =
    saving.kind === 'saved'
      ? IconCheck
      : saving.kind === 'saving'
        ? IconLoader2
        : saving.kind === 'failed'
          ? IconAlertTriangle
          : IconCircleDot
  return (
    <Text
      component="span"
      size="sm"
      role="status"
      className="tabular"
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        color: saving.kind === 'failed' ? 'var(--tone-bad-text)' : 'var(--mantine-color-dimmed)',
      }}
    >
      {saving.kind === 'none' ? null : <Icon size={16} aria-hidden />}
      {text}
    </Text>
  )
}
