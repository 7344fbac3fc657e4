import { useQuery } from '@tanstack/react-query'
import type { CourseId, Lesson, QuizLesson } from '@dangjian/domain/training'
import { lessonKindWords } from '@dangjian/domain/training'
import { formatDuration } from '@dangjian/ui/date-format'
import { LoadingFace } from '@dangjian/ui/faces'
import { Stack, Text, Title } from '@dangjian/ui/kit'
import { PdfView } from '@dangjian/ui/pdf-view'
import { PhoneFrame } from '@dangjian/ui/phone-frame'
import type { RichNode } from '@dangjian/ui/rich-text'
import { RichTextView } from '@dangjian/ui/rich-text-view'
import { VideoPlayer } from '@dangjian/ui/video-player'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { QuestionPreview } from './studio-question.tsx'
import { useStudioTexts } from './studio-texts.ts'

/** The open lesson on a phone, as a learner will see it. */
export function StudioPreview({ courseId, lesson, rev }: { courseId: CourseId; lesson: Lesson | null; rev: number }) {
  const t = useStudioTexts()
  const word = useWord()
  return (
    <PhoneFrame label={t('preview.title')}>
      {lesson ? (
        <article>
          <Text size="sm" c="dimmed">
            {word(lessonKindWords, lesson.kind)}
          </Text>
          <Title order={2} size="h3" mb="sm">
            {lesson.title || t('course.untitledLesson')}
          </Title>
          <Content courseId={courseId} lesson={lesson} rev={rev} />
        </article>
      ) : (
        <Text c="dimmed">{t('preview.nothing')}</Text>
      )}
    </PhoneFrame>
  )
}

function Content({ courseId, lesson, rev }: { courseId: CourseId; lesson: Lesson; rev: number }) {
  const t = useStudioTexts()
  if (lesson.kind === 'text') return <RichTextView doc={lesson.body as unknown as RichNode} headingFrom={3} />
  if (lesson.kind === 'quiz') return <Paper courseId={courseId} lesson={lesson} rev={rev} />
  if (!lesson.fileId) return <Text c="dimmed">{t('preview.noFile')}</Text>
  if (lesson.kind === 'pdf') return <PdfView url={`/files/${lesson.fileId}`} label={lesson.title} height="480px" />
  return (
    <Stack gap="sm">
      <VideoPlayer kind={lesson.kind} src={`/files/${lesson.fileId}`} label={lesson.title} />
      <Text size="sm" c="dimmed">
        {t('lesson.length', { time: formatDuration(lesson.seconds) })}
      </Text>
      {lesson.transcript ? <Text style={{ whiteSpace: 'pre-wrap' }}>{lesson.transcript}</Text> : null}
    </Stack>
  )
}

function Paper({ courseId, lesson, rev }: { courseId: CourseId; lesson: QuizLesson; rev: number }) {
  const t = useStudioTexts()
  const may = useMay()
  const { slots } = lesson.quiz
  const drawn = slots.some(({ kind }) => kind === 'drawn')
  const paper = useQuery({
    // Asked for anew after each save.
    ...useApi().training.previewQuiz.queryOptions({ courseId, lessonId: lesson.id }, { meta: { rev } }),
    enabled: slots.length > 0 && may('training.preview-quiz'),
    staleTime: 0,
    retry: false,
  })
  if (slots.length === 0) return <Text c="dimmed">{t('preview.noQuestions')}</Text>
  if (paper.isPending) return <LoadingFace shape="lines" />
  if (paper.error) return <TroubleFace error={paper.error} onRetry={() => void paper.refetch()} />
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t(drawn ? 'preview.sampleDrawn' : 'preview.sample')}
      </Text>
      <QuestionPreview questions={paper.data.questions} />
    </Stack>
  )
}
