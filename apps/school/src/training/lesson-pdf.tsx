import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useDebouncedCallback } from '@dangjian/ui/hooks'
import { Text } from '@dangjian/ui/kit'
import { PdfView } from '@dangjian/ui/pdf-view'
import { useApi } from '@dangjian/door/api'
import { useLearningTexts } from './learning-texts.ts'
import type { LessonProps } from './lesson-page.tsx'

/** A PDF in place. Each page that comes into sight counts; the page one was on is opened again. */
export function LessonPdf({ shown, enrolmentId, onNeed, onMoved }: LessonProps) {
  const t = useLearningTexts()
  const [startAt] = useState(Math.max(1, shown.position))
  const seen = useRef(new Set<number>())
  const lessonId = shown.lesson.id
  const { mutate: record } = useMutation(
    useApi().training.recordPosition.mutationOptions({
      onSuccess: (answer) => {
        onNeed(answer.need)
        onMoved(answer)
      },
      // Without a line the pages stay noted, and go with the next ones.
      onError: (_error, { pagesSeen = [] }) => pagesSeen.forEach((page) => seen.current.add(page)),
    }),
  )
  const told = (page: number) => {
    const pagesSeen = [...seen.current]
    seen.current.clear()
    record({ enrolmentId, lessonId, position: page, pagesSeen })
  }
  // Whoever leaves right after the last page has seen it.
  const tell = useDebouncedCallback(told, { delay: 500, flushOnUnmount: true })
  const { content } = shown
  if (content.kind !== 'pdf') return null
  if (!content.fileId) return <Text c="dimmed">{t('lesson.fileMissing')}</Text>
  return (
    <PdfView
      url={`/files/${content.fileId}`}
      label={shown.lesson.title}
      startAt={startAt}
      onSeen={(page, at) => {
        seen.current.add(page)
        tell(at)
      }}
    />
  )
}
