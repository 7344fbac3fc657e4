import { KeyHints } from '@dangjian/ui/key-hints'
import { useTexts } from '../app/texts.ts'
import classes from './plan.module.css'

/** The keys of the outline, told under it. */
export function PlanKeys({ doubts }: { doubts: boolean }) {
  const t = useTexts('plans')
  return (
    <div className={classes.keys} data-over-toasts>
      <KeyHints
        hints={[
          { keys: ['↑', '↓'], what: t('keys.walk') },
          { keys: ['←', '→'], what: t('keys.place') },
          { keys: ['Enter'], what: t('keys.split') },
          { keys: ['Backspace'], what: t('keys.join') },
          { keys: ['Delete'], what: t('keys.drop') },
          { keys: ['Tab'], what: t('keys.lower') },
          { keys: ['Shift', 'Tab'], what: t('keys.raise') },
          { keys: ['Alt', '↑↓'], what: t('keys.move') },
          { keys: ['T'], what: t('keys.task') },
          { keys: ['Ctrl', 'Z/Y'], what: t('keys.undo') },
          { keys: ['Esc'], what: t('keys.leave') },
          ...(doubts ? [{ keys: ['F8'], what: t('keys.doubt') }] : []),
        ]}
      />
    </div>
  )
}
