import { IconCheck, IconX } from '@dangjian/ui/icons'
import { Button, Group } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'

interface RenameDecisionProps {
  readonly line: number
  /** Undefined while nobody has decided. */
  readonly renamed: boolean | undefined
  readonly onDecide: (renamed: boolean) => void
}

/** Whether a known code under another name is a society renamed, or a line that is left out. */
export function RenameDecision({ line, renamed, onDecide }: RenameDecisionProps) {
  const t = useTexts('societyImport')
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant={renamed === true ? 'light' : 'default'}
        aria-pressed={renamed === true}
        aria-label={t('preview.renameLine', { line })}
        leftSection={renamed === true ? <IconCheck size={16} aria-hidden /> : null}
        onClick={() => onDecide(true)}
      >
        {t('preview.rename')}
      </Button>
      <Button
        size="compact-sm"
        variant={renamed === false ? 'light' : 'default'}
        color="gray"
        aria-pressed={renamed === false}
        aria-label={t('preview.leaveLine', { line })}
        leftSection={renamed === false ? <IconX size={16} aria-hidden /> : null}
        onClick={() => onDecide(false)}
      >
        {t('preview.leave')}
      </Button>
    </Group>
  )
}

/** One decision for all lines that are still undecided; what was decided stays. */
export function RenameTheRest({ count, onDecide }: { count: number; onDecide: (renamed: boolean) => void }) {
  const t = useTexts('societyImport')
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => onDecide(true)}>
        {t('preview.renameAll', { count })}
      </Button>
      <Button variant="default" onClick={() => onDecide(false)}>
        {t('preview.leaveAll', { count })}
      </Button>
    </Group>
  )
}
