import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'
import { SocietiesField } from './audience-field.tsx'
import type { ShownTask } from './plan-data.ts'

/** Gives a task that is out to further societies. */
export function GiveTaskDialog({ task, onClose }: { task: ShownTask['task']; onClose: () => void }) {
  const t = useTexts('taskActs')
  const form = useTexts('tasks')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [unitIds, setUnitIds] = useState<string[]>([])
  const having = useQuery(api.tasks.listTaskAssignments.queryOptions({ taskId: task.id }))
  const without = new Set(
    (having.data?.rows ?? []).filter(({ state }) => state !== 'withdrawn').map(({ unitId }) => unitId as string),
  )
  const give = useMutation(
    api.tasks.giveTask.mutationOptions({
      onSuccess: async ({ given }) => {
        await refreshAssignments()
        notify({ text: t('given', { count: given }) })
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      title={t('giving')}
      lead={t('giveWhat')}
      act={unitIds.length === 0 ? t('giveNone') : t('give', { count: unitIds.length })}
      busy={give.isPending}
      trouble={give.error ? sayWhy(give.error) : null}
      reason={unitIds.length === 0 ? form('form.missing.societies') : null}
      onClose={onClose}
      onSubmit={() => give.mutate({ taskId: task.id, unitIds })}
    >
      <SocietiesField value={unitIds} onChange={setUnitIds} without={without} />
    </FormDialog>
  )
}
