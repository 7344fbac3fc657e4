import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { learningRefusalWords } from '@dangjian/domain/training'
import { useDebouncedCallback } from '@dangjian/ui/hooks'
import { Alert, Button, Text } from '@dangjian/ui/kit'
import { RichTextView } from '@dangjian/ui/rich-text-view'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { useLearningTexts } from './learning-texts.ts'
import type { LessonProps } from './lesson-page.tsx'

/** A smaller move is not worth telling the server. */
const STEP = 0.05

/** A text, in the measure of a book. It remembers the place, and is done when its end has been in sight. */
export function LessonText({ shown, enrolmentId, onMoved }: LessonProps) {
  const t = useLearningTexts()
  const api = useApi()
  const sayWhy = useRefusalWords(learningRefusalWords)
  const text = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const told = useRef(shown.position)
  const { id: lessonId, need } = shown.lesson
  const done = need === null
  const { mutate: record } = useMutation(api.training.recordPosition.mutationOptions())
  const finish = useMutation(api.training.finishLesson.mutationOptions({ onSuccess: onMoved }))
  const { mutate: tellServer } = finish
  const tell = useDebouncedCallback((position: number) => {
    if (Math.abs(position - told.current) < STEP) return
    told.current = position
    record({ enrolmentId, lessonId, position })
  }, 2000)

  // Where one was: once, before reading on.
  useEffect(() => {
    const place = text.current
    if (!place || told.current <= STEP || told.current >= 1) return
    const { top, height } = place.getBoundingClientRect()
    window.scrollTo({ top: window.scrollY + top + height * told.current - window.innerHeight * 0.6 })
  }, [])

  useEffect(() => {
    const look = () => {
      const place = text.current?.getBoundingClientRect()
      if (place && place.height > 0)
        tell(Math.min(1, Math.max(0, (window.innerHeight * 0.6 - place.top) / place.height)))
    }
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [tell])

  // Told each time that the end comes into sight until it is written down, and once more when a lost line is back.
  useEffect(() => {
    if (done || !end.current) return
    let reached = false
    const tellEnd = () => {
      if (reached) tellServer({ enrolmentId, lessonId })
    }
    const watch = new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) return
      reached = true
      tellEnd()
    })
    watch.observe(end.current)
    window.addEventListener('online', tellEnd)
    return () => {
      watch.disconnect()
      window.removeEventListener('online', tellEnd)
    }
  }, [done, enrolmentId, lessonId, tellServer])

  if (shown.content.kind !== 'text') return null
  return (
    <>
      <div ref={text}>
        <RichTextView doc={shown.content.body as Parameters<typeof RichTextView>[0]['doc']} />
      </div>
      <div ref={end}>
        <Text size="sm" c="dimmed" mt="xl" role="status">
          {done ? t('lesson.done') : t('lesson.readToEnd')}
        </Text>
      </div>
      {finish.error && !done ? (
        <Alert color="red" mt="sm" role="alert" title={t('lesson.endNotTold')}>
          <Text size="sm" mb="xs">
            {sayWhy(finish.error)}
          </Text>
          <Button variant="default" onClick={() => tellServer({ enrolmentId, lessonId })}>
            {t('lesson.tellEnd')}
          </Button>
        </Alert>
      ) : null}
    </>
  )
}
