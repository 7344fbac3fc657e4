import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type ShownAssignment } from './assignment-data.ts'

/** Submits the work, with a word to whoever reviews it. */
export function SubmitDialog({ shown, onClose }: { shown: ShownAssignment; onClose: () => void }) {
  const t = useTexts('assignments')
  const { words } = useLanguage()
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [text, setText] = useState('')
  const submit = useMutation(
    api.tasks.submitAssignment.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('act.submitted') })
        await refreshAssignments()
        onClose()
      },
    }),
  )
  const { id: assignmentId, rev } = shown.assignment
  return (
    <Modal opened onClose={onClose} title={t('submit.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit.mutate({ assignmentId, rev, text })
        }}
      >
        <Stack gap="md">
          {submit.error ? (
            <Alert color="red" role="alert">
              {sayWhy(submit.error)}
            </Alert>
          ) : null}
          <Text size="sm">{t('submit.what', { count: shown.evidence.length })}</Text>
          <Textarea
            label={t('submit.text')}
            placeholder={t('submit.hint')}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={submit.isPending}>
              {t('act.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
