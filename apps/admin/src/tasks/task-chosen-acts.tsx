import { useState } from 'react'
import { assignmentLifecycle, remindedOf } from '@dangjian/domain/tasks'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useTexts } from '../app/texts.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import type { ShownTask, TaskAssignmentRow } from './plan-data.ts'
import { RemindDialog } from './remind-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface TaskChosenActsProps {
  readonly task: ShownTask['task']
  readonly chosen: readonly TaskAssignmentRow[]
  readonly onDone: () => void
}

/** What may be done with the chosen societies; what may not says why. */
export function TaskChosenActs({ task, chosen, onDone }: TaskChosenActsProps) {
  const t = useTexts('taskActs')
  const [open, setOpen] = useState<'remind' | 'extend' | 'withdraw' | null>(null)
  const toDo = remindedOf(chosen.map((row) => ({ ...row, taskId: task.id, rev: 0 })))
  const nobody = toDo.ok ? null : t('nobodyToDo')
  const fixed = chosen.some(({ state }) => assignmentLifecycle[state].withdraw === undefined)
  const close = () => setOpen(null)
  const done = () => {
    close()
    onDone()
  }
  const remindable = chosen.filter(({ id }) => toDo.ok && toDo.value.some((each) => each.id === id))
  return (
    <>
      <ReasonedButton size="compact-sm" reason={nobody} onClick={() => setOpen('remind')}>
        {t('remind')}
      </ReasonedButton>
      <ReasonedButton size="compact-sm" variant="default" reason={nobody} onClick={() => setOpen('extend')}>
        {t('extend')}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={fixed ? t('closedChosen') : null}
        onClick={() => setOpen('withdraw')}
      >
        {t('withdraw')}
      </ReasonedButton>
      {open === 'remind' ? <RemindDialog taskId={task.id} chosen={remindable} onClose={close} onDone={done} /> : null}
      {open === 'extend' ? <ExtendDialog task={task} chosen={remindable} onClose={close} onDone={done} /> : null}
      {open === 'withdraw' ? (
        <WithdrawDialog shown={{ task, standing: [] }} chosen={chosen} onClose={close} onDone={done} />
      ) : null}
    </>
  )
}
