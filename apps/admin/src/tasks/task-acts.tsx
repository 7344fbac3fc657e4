import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { IconCalendarDue, IconDots, IconPencil } from '@dangjian/ui/icons'
import { Button, Menu } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import { GiveTaskDialog } from './give-task-dialog.tsx'
import type { ShownTask } from './plan-data.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What the association does with a task as a whole. */
export function TaskActs({ shown }: { shown: ShownTask }) {
  const t = useTexts('tasks')
  const act = useTexts('taskActs')
  const [open, setOpen] = useState<'extend' | 'withdraw' | 'give' | null>(null)
  const { task, plan } = shown
  if (task.state === 'withdrawn') return null
  if (task.state === 'draft') {
    return (
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden />}
        renderRoot={(props) => (
          <Link to="/tasks/plans/$planId/tasks/$taskId" params={{ planId: plan.id, taskId: task.id }} {...props} />
        )}
      >
        {t('page.change')}
      </Button>
    )
  }
  const close = () => setOpen(null)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarDue size={18} aria-hidden />}
        onClick={() => setOpen('extend')}
      >
        {act('extendAll')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
            {t('page.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('give')}>{act('giving')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('withdraw')}>{act('withdrawAll')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'extend' ? <ExtendDialog task={task} chosen={null} onClose={close} /> : null}
      {open === 'withdraw' ? <WithdrawDialog shown={shown} chosen={null} onClose={close} /> : null}
      {open === 'give' ? <GiveTaskDialog task={task} onClose={close} /> : null}
    </>
  )
}
