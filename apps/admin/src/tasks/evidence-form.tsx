import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FILE_LIMIT } from '@dangjian/domain/access'
import { tasksRefusalWords, type AssignmentId, type EvidenceRequirement } from '@dangjian/domain/tasks'
import { client, useApi } from '@dangjian/door/api'
import { uploadFile } from '@dangjian/door/upload'
import { useRefusalWords } from '@dangjian/door/word'
import { FileDrop } from '@dangjian/ui/file-drop'
import { Alert, Button, Group, Stack, Textarea } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments } from './assignment-data.ts'

const MEBIBYTE = 1024 * 1024

interface EvidenceFormProps {
  readonly assignmentId: AssignmentId
  /** None for what is attached beside what the task wants. */
  readonly requirement: EvidenceRequirement | null
  readonly onDone: () => void
}

/** Takes a file or a text for one wanted piece, or either beside them. */
export function EvidenceForm({ assignmentId, requirement, onDone }: EvidenceFormProps) {
  return (
    <Stack gap="sm">
      {requirement?.kind !== 'text' ? (
        <EvidenceFiles assignmentId={assignmentId} requirement={requirement} onDone={onDone} />
      ) : null}
      {requirement?.kind !== 'file' ? (
        <EvidenceText assignmentId={assignmentId} requirement={requirement} onDone={onDone} />
      ) : null}
    </Stack>
  )
}

function EvidenceFiles({ assignmentId, requirement, onDone }: EvidenceFormProps) {
  const t = useTexts('assignments')
  const sayWhy = useRefusalWords(tasksRefusalWords)
  // Through the client and not a hook of this page: whoever leaves while a file is on its way finds it attached later.
  const upload = async (file: File, onProgress: (share: number) => void, signal: AbortSignal) => {
    const { fileId } = await uploadFile(file, 'evidence', { lost: t('evidence.lost'), onProgress, signal })
    const requirementKey = requirement?.key ?? null
    try {
      await client.tasks.attachEvidence.mutate({ assignmentId, requirementKey, text: '', fileId })
    } catch (error) {
      throw new Error(sayWhy(error))
    }
    notify({ text: t('evidence.attached', { name: file.name }) })
    await refreshAssignments()
    onDone()
  }
  return (
    <FileDrop
      label={requirement?.label ?? t('evidence.other')}
      hint={t('evidence.hint', { megabytes: FILE_LIMIT / MEBIBYTE })}
      multiple
      upload={upload}
    />
  )
}

function EvidenceText({ assignmentId, requirement, onDone }: EvidenceFormProps) {
  const t = useTexts('assignments')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [text, setText] = useState('')
  const attach = useMutation(
    api.tasks.attachEvidence.mutationOptions({
      onSuccess: async () => {
        setText('')
        notify({ text: t('evidence.textAttached') })
        await refreshAssignments()
        onDone()
      },
    }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        attach.mutate({ assignmentId, requirementKey: requirement?.key ?? null, text, fileId: null })
      }}
    >
      <Stack gap="xs">
        {attach.error ? (
          <Alert color="red" role="alert">
            {sayWhy(attach.error)}
          </Alert>
        ) : null}
        <Textarea
          label={requirement?.label ?? t('evidence.text')}
          placeholder={t('evidence.textHint')}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={attach.isPending}>
            {t('evidence.saveText')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
