import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { tasksRefusalWords, type AssignmentId } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { Alert, Button, Group, Stack, Textarea } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'

/** The address of the form on the page: a link leads there and puts the cursor in it. */
export const REPORT_FIELD = 'report'

/** How far the work has come, in one's own words. */
export function ReportForm({ assignmentId }: { assignmentId: AssignmentId }) {
  const t = useTexts('assignments')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const report = useMutation(
    api.tasks.reportProgress.mutationOptions({
      onSuccess: async () => {
        setText('')
        notify({ text: t('report.done') })
        await refreshAssignments()
      },
    }),
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) report.mutate({ assignmentId, text })
        else setMissing(true)
      }}
    >
      <Stack gap="xs">
        {report.error ? (
          <Alert color="red" role="alert">
            {sayWhy(report.error)}
          </Alert>
        ) : null}
        <Textarea
          id={REPORT_FIELD}
          label={t('report.label')}
          placeholder={t('report.hint')}
          maxLength={4000}
          minRows={2}
          value={text}
          error={missing ? t('report.missing') : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setMissing(false)
          }}
        />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={report.isPending}>
            {t('report.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
