import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconArrowsJoin,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPencil,
  IconScissors,
  IconTrash,
  type Icon,
} from '@dangjian/ui/icons'
import { ActionIcon, Group, Tooltip } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import type { OutlineAct, OutlineReason } from './outline-edit.ts'
import classes from './plan.module.css'

interface OutlineToolbarProps {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
  /** Why an act cannot be done on the row chosen; null when it can. */
  readonly reasonOf: (act: OutlineAct) => OutlineReason | null
  readonly onAct: (act: OutlineAct) => void
  readonly canRetitle: boolean
  readonly onRetitle: () => void
}

const acts: readonly { readonly act: OutlineAct; readonly icon: Icon }[] = [
  { act: 'split', icon: IconScissors },
  { act: 'join', icon: IconArrowsJoin },
  { act: 'raise', icon: IconIndentDecrease },
  { act: 'lower', icon: IconIndentIncrease },
  { act: 'up', icon: IconArrowUp },
  { act: 'down', icon: IconArrowDown },
  { act: 'drop', icon: IconTrash },
]

/** What the keys do, for pointer and thumb; a button that cannot be pressed says why. */
export function OutlineToolbar(props: OutlineToolbarProps) {
  const { canUndo, canRedo, onUndo, onRedo, reasonOf, onAct, canRetitle, onRetitle } = props
  const t = useTexts('plans')
  return (
    <Group gap={2} role="toolbar" aria-label={t('editor.toolbar')} wrap="wrap">
      <Tool
        label={t('act.undo')}
        icon={IconArrowBackUp}
        reason={canUndo ? null : t('reason.noUndo')}
        onClick={onUndo}
      />
      <Tool
        label={t('act.redo')}
        icon={IconArrowForwardUp}
        reason={canRedo ? null : t('reason.noRedo')}
        onClick={onRedo}
      />
      <span aria-hidden style={{ width: 4 }} />
      {acts.map(({ act, icon }) => {
        const reason = reasonOf(act)
        return (
          <Tool
            key={act}
            label={t(`act.${act}`)}
            icon={icon}
            reason={reason && t(`reason.${reason}`)}
            onClick={() => onAct(act)}
          />
        )
      })}
      <Tool
        label={t('act.retitle')}
        icon={IconPencil}
        reason={canRetitle ? null : t('reason.nothing')}
        onClick={onRetitle}
      />
    </Group>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: Icon
  readonly reason: string | null
  readonly onClick: () => void
}

function Tool({ label, icon: Mark, reason, onClick }: ToolProps) {
  const frame = useTexts('frame')
  const told = reason ? frame('pair', { first: label, second: reason }) : label
  return (
    // Within the toolbar, so that what it says stands within the page's landmarks.
    <Tooltip label={told} withinPortal={false} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        className={classes.tool ?? ''}
        aria-label={told}
        aria-disabled={reason !== null || undefined}
        data-disabled={reason !== null || undefined}
        // The row keeps its focus, so that keys go on working where they did.
        onMouseDown={(event) => event.preventDefault()}
        // A finger has no pointer to rest on it: pressed, it says its reason.
        onClick={() => (reason === null ? onClick() : notify({ id: 'outline-reason', text: reason, tone: 'neutral' }))}
      >
        <Mark size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
