import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import { Alert, Button, Group, Modal, Stack, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'
import { SocietiesField } from './audience-field.tsx'
import type { ShownTask } from './plan-data.ts'

/** Gives a task that is out to further societies. */
export function GiveTaskDialog({ task, onClose }: { task: ShownTask['task']; onClose: () => void }) {
  const t = useTexts('tasks')
  const { words } = useLanguage()
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
        notify({ text: t('act.given', { n: given }) })
        onClose()
      },
    }),
  )
  return (
    <Modal opened onClose={onClose} title={t('act.giving')}>
      <Stack gap="md">
        <Text size="sm">{t('act.giveWhat')}</Text>
        {give.error ? (
          <Alert color="red" role="alert">
            {sayWhy(give.error)}
          </Alert>
        ) : null}
        <SocietiesField value={unitIds} onChange={setUnitIds} without={without} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <ReasonedButton
            loading={give.isPending}
            reason={unitIds.length === 0 ? t('form.missing.societies') : null}
            onClick={() => give.mutate({ taskId: task.id, unitIds })}
          >
            {t('act.give', { n: unitIds.length })}
          </ReasonedButton>
        </Group>
      </Stack>
    </Modal>
  )
}
