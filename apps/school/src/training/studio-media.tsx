import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CourseId, Lesson } from '@dangjian/domain/training'
import { formatDuration } from '@dangjian/ui/date-format'
import { FileDrop } from '@dangjian/ui/file-drop'
import { Alert, Button, Group, Stack, Text, Textarea } from '@dangjian/ui/kit'
import { PdfView } from '@dangjian/ui/pdf-view'
import { VideoPlayer } from '@dangjian/ui/video-player'
import { useApi } from '@dangjian/door/api'
import { uploadFile } from '@dangjian/door/upload'
import type { EditorProps } from './studio-editor.tsx'
import { useStudioTexts } from './studio-texts.ts'

type FileLesson = Extract<Lesson, { fileId: unknown }>
const accepts = { video: 'video/*', audio: 'audio/*', pdf: 'application/pdf,.pdf' } as const

/** A recording or a PDF: sent with progress, shown as it is, its length read here in the browser. */
export function StudioMedia({
  value,
  editable,
  onChange,
  courseId,
}: EditorProps<FileLesson> & { readonly courseId: CourseId }) {
  const t = useStudioTexts()
  const draft = useQuery(useApi().training.showCourseDraft.queryOptions({ courseId }))
  const [uploaded, setUploaded] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [replacing, setReplacing] = useState(false)
  const { kind, fileId } = value
  const fileName = [uploaded, ...(draft.data?.files ?? [])].find((file) => file?.id === fileId)?.name
  const upload = async (file: File, onProgress: (share: number) => void, signal: AbortSignal) => {
    const seconds = kind === 'pdf' ? 0 : await secondsOf(file, kind)
    const kept = await uploadFile(file, 'course-media', { lost: t('lesson.lost'), onProgress, signal })
    const title = value.title || kept.name.replace(/\.[^.]*$/, '').slice(0, 200)
    onChange(
      value.kind === 'pdf'
        ? { ...value, title, fileId: kept.fileId, pages: 0 }
        : { ...value, title, fileId: kept.fileId, seconds },
    )
    setUploaded({ id: kept.fileId, name: kept.name })
    setReplacing(false)
  }
  return (
    <Stack gap="md">
      {editable && (!fileId || replacing) ? (
        <FileDrop
          label={t(`lesson.media.${kind}`)}
          hint={t(`lesson.mediaHint.${kind}`)}
          accept={accepts[kind]}
          upload={upload}
        />
      ) : null}
      {fileId ? (
        <div>
          <Group justify="space-between" mb="xs">
            <Text size="sm" c="dimmed">
              {fileName ? `${fileName} · ` : null}
              {value.kind === 'pdf'
                ? value.pages > 0
                  ? t('lesson.pages', { count: value.pages })
                  : t('lesson.pagesReading')
                : t('lesson.length', { time: formatDuration(value.seconds) })}
            </Text>
            {editable && !replacing ? (
              <Button size="compact-sm" variant="default" onClick={() => setReplacing(true)}>
                {t('lesson.replace')}
              </Button>
            ) : null}
          </Group>
          {value.kind === 'pdf' ? (
            <PdfView
              url={`/files/${fileId}`}
              label={value.title || t('lesson.media.pdf')}
              height="60vh"
              onPages={(pages) => {
                if (editable && pages !== value.pages) onChange({ ...value, pages })
              }}
            />
          ) : (
            <VideoPlayer kind={value.kind} src={`/files/${fileId}`} label={value.title || t(`lesson.media.${kind}`)} />
          )}
        </div>
      ) : null}
      {fileId && value.kind !== 'pdf' && value.seconds === 0 ? (
        <Alert color="red" role="alert">
          {t('lesson.lengthUnknown')}
        </Alert>
      ) : null}
      {value.kind === 'pdf' ? null : (
        <Textarea
          label={t('lesson.transcript')}
          description={t('lesson.transcriptHint')}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={100_000}
          readOnly={!editable}
          value={value.transcript}
          onChange={(event) => onChange({ ...value, transcript: event.currentTarget.value })}
        />
      )}
    </Stack>
  )
}

/** The length of a recording by the browser's own player; 0 where it cannot play it. Rounded down: nobody is asked for more than there is. */
function secondsOf(file: File, kind: 'video' | 'audio'): Promise<number> {
  const media = document.createElement(kind)
  const address = URL.createObjectURL(file)
  return new Promise<number>((resolve) => {
    const end = (seconds: number) => resolve(Number.isFinite(seconds) ? Math.floor(seconds) : 0)
    media.preload = 'metadata'
    media.onerror = () => end(0)
    media.ondurationchange = () => {
      if (Number.isFinite(media.duration)) end(media.duration)
    }
    media.onloadedmetadata = () => {
      if (Number.isFinite(media.duration)) end(media.duration)
      // A recorded WebM tells its length only at its end.
      else media.currentTime = Number.MAX_SAFE_INTEGER
    }
    setTimeout(() => end(media.duration), 15_000)
    media.src = address
  }).finally(() => URL.revokeObjectURL(address))
}
