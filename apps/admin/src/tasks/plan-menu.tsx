import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { queryClient, useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { ConfirmDialog } from '@dangjian/ui/confirm-dialog'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { IconDots } from '@dangjian/ui/icons'
import { Button, Menu, TextInput } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import type { ShownPlan } from './plan-data.ts'
import type { PlanDraft } from './use-plan-draft.ts'

/** The quieter acts on a plan: another title; and dropping one that never went out. */
export function PlanMenu({ shown, draft }: { shown: ShownPlan; draft: PlanDraft }) {
  const t = useTexts('plans')
  const [open, setOpen] = useState<'title' | 'drop' | null>(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
            {t('page.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('title')}>{t('page.retitle')}</Menu.Item>
          {shown.plan.state === 'draft' ? (
            <Menu.Item onClick={() => setOpen('drop')}>{t('page.drop')}</Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {open === 'title' ? <TitleDialog draft={draft} onClose={() => setOpen(null)} /> : null}
      {open === 'drop' ? <DropDialog shown={shown} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function TitleDialog({ draft, onClose }: { draft: PlanDraft; onClose: () => void }) {
  const t = useTexts('plans')
  const [title, setTitle] = useState(draft.title)
  const [missing, setMissing] = useState(false)
  const keep = () => {
    if (title.trim() === '') return setMissing(true)
    draft.change({ title: title.trim() })
    notify({ text: t('page.renamed') })
    onClose()
  }
  return (
    <FormDialog title={t('page.retitle')} act={t('page.retitle')} onClose={onClose} onSubmit={keep}>
      <TextInput
        label={t('list.name')}
        value={title}
        maxLength={200}
        data-autofocus
        error={missing ? t('page.nameMissing') : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

function DropDialog({ shown, onClose }: { shown: ShownPlan; onClose: () => void }) {
  const t = useTexts('plans')
  const api = useApi()
  const navigate = useNavigate()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const drop = useMutation(
    api.tasks.dropWorkPlan.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('page.dropped') })
        await navigate({ to: '/tasks/plans' })
        queryClient.removeQueries(api.tasks.showWorkPlan.queryFilter({ workPlanId: shown.plan.id }))
        await queryClient.invalidateQueries(api.tasks.listWorkPlans.pathFilter())
      },
    }),
  )
  return (
    <ConfirmDialog
      opened
      grave
      onClose={onClose}
      title={t('page.dropTitle')}
      confirm={t('page.drop')}
      busy={drop.isPending}
      trouble={drop.error ? sayWhy(drop.error) : null}
      onConfirm={() => drop.mutate({ workPlanId: shown.plan.id, rev: shown.plan.rev })}
    >
      {t('page.dropWhat', { title: shown.plan.title, n: shown.tasks.length })}
    </ConfirmDialog>
  )
}
