import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FILE_LIMIT, type FileId } from '@dangjian/domain/access'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { uploadFile } from '@dangjian/door/upload'
import { useRefusalWords } from '@dangjian/door/word'
import { FileDrop } from '@dangjian/ui/file-drop'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { IconPaperclip, IconX } from '@dangjian/ui/icons'
import { ActionIcon, Group, Text, Textarea } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type PartRow } from './assignment-data.ts'

/** The unit says what it did, with its files, and reports its part as done. */
export function FinishPartDialog({ part, onClose }: { part: PartRow; onClose: () => void }) {
  const t = useTexts('parts')
  const shared = useTexts('assignments')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [report, setReport] = useState(part.report)
  const [files, setFiles] = useState<readonly { id: FileId; name: string }[]>([])
  const finish = useMutation(
    api.tasks.finishPart.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('finished') })
        await refreshAssignments()
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      title={t('finishTitle', { title: part.title })}
      act={t('finish')}
      size="lg"
      busy={finish.isPending}
      onClose={onClose}
      onSubmit={() => finish.mutate({ partId: part.id, report, fileIds: files.map(({ id }) => id) })}
    >
      {part.returnReason ? (
        <Text size="sm" c="var(--tone-bad-text)">
          {t('returnReason', { reason: part.returnReason })}
        </Text>
      ) : null}
      <Textarea
        label={t('report')}
        description={t('reportHint')}
        maxLength={4000}
        minRows={4}
        value={report}
        onChange={(event) => setReport(event.currentTarget.value)}
        error={finish.error ? sayWhy(finish.error) : undefined}
        data-autofocus
      />
      <FileDrop
        label={t('files')}
        hint={shared('evidence.hint', { megabytes: FILE_LIMIT / 1024 / 1024 })}
        multiple
        upload={async (file, onProgress, signal) => {
          const { fileId, name } = await uploadFile(file, 'evidence', {
            lost: shared('evidence.lost'),
            onProgress,
            signal,
          })
          setFiles((all) => [...all, { id: fileId, name }])
        }}
      />
      {files.map(({ id, name }) => (
        <Group key={id} gap={6} wrap="nowrap">
          <IconPaperclip size={16} aria-hidden />
          <Text size="sm" style={{ flex: 1, wordBreak: 'break-all' }}>
            {name}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={shared('evidence.withdraw', { name })}
            onClick={() => setFiles((all) => all.filter((each) => each.id !== id))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
    </FormDialog>
  )
}
