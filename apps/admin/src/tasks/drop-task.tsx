import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { queryClient, useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { ConfirmDialog } from '@dangjian/ui/confirm-dialog'
import { IconTrash } from '@dangjian/ui/icons'
import { Button } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import type { PlanTask, ShownPlan } from './plan-data.ts'

/** Drops a draft, after saying which. */
export function DropTask({ plan, task }: { plan: ShownPlan['plan']; task: PlanTask }) {
  const t = useTexts('tasks')
  const api = useApi()
  const navigate = useNavigate()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [open, setOpen] = useState(false)
  const drop = useMutation(
    api.tasks.dropTask.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('form.dropped') })
        await navigate({ to: '/tasks/plans/$planId', params: { planId: plan.id } })
        await queryClient.invalidateQueries(api.tasks.pathFilter())
      },
    }),
  )
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('form.drop')}
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        grave
        title={t('form.dropTitle')}
        confirm={t('form.drop')}
        busy={drop.isPending}
        trouble={drop.error ? sayWhy(drop.error) : null}
        onConfirm={() => drop.mutate({ taskId: task.id, rev: task.rev })}
      >
        {t('form.dropWhat', { title: task.title })}
      </ConfirmDialog>
    </>
  )
}
