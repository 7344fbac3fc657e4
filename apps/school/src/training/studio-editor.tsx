import { useState } from 'react'
import { lessonKindWords, type CourseId, type Lesson, type Section } from '@dangjian/domain/training'
import { RichTextEditor } from '@dangjian/ui/rich-text-editor'
import type { RichNode } from '@dangjian/ui/rich-text'
import { Stack, Text, TextInput } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { uploadFile } from '@dangjian/door/upload'
import { useWord } from '@dangjian/door/word'
import { StudioMedia } from './studio-media.tsx'
import { PictureQuestion, PictureTexts } from './studio-pictures.tsx'
import { StudioQuiz } from './studio-quiz.tsx'
import { useStudioTexts } from './studio-texts.ts'

export interface EditorProps<T> {
  readonly value: T
  readonly editable: boolean
  readonly onChange: (next: T) => void
}

/** The title of a section; its lessons are made in the tree. */
export function SectionEditor({ value, editable, onChange }: EditorProps<Section>) {
  const t = useStudioTexts()
  return (
    <TextInput
      label={t('course.sectionTitle')}
      description={editable ? t('course.sectionHint') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      size="md"
      value={value.title}
      maxLength={200}
      readOnly={!editable}
      autoFocus={value.title === ''}
      onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
    />
  )
}

/** A lesson's title and what it is made of. */
export function LessonEditor({ value, editable, onChange, courseId }: EditorProps<Lesson> & { courseId: CourseId }) {
  const t = useStudioTexts()
  const word = useWord()
  return (
    <Stack gap="md">
      <TextInput
        label={t('course.lessonTitle')}
        description={word(lessonKindWords, value.kind)}
        size="md"
        value={value.title}
        maxLength={200}
        readOnly={!editable}
        autoFocus={value.title === ''}
        onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
      />
      {value.kind === 'text' ? <TextBody value={value} editable={editable} onChange={onChange} /> : null}
      {value.kind === 'quiz' ? (
        <StudioQuiz value={value} editable={editable} onChange={onChange} courseId={courseId} />
      ) : null}
      {'fileId' in value ? (
        <StudioMedia value={value} editable={editable} onChange={onChange} courseId={courseId} />
      ) : null}
    </Stack>
  )
}

function TextBody({ value, editable, onChange }: EditorProps<Extract<Lesson, { kind: 'text' }>>) {
  const t = useStudioTexts()
  const [asked, setAsked] = useState<{ src: string; answer: (alt: string) => void } | null>(null)
  const picture = async (file: File): Promise<{ src: string; alt: string }> => {
    try {
      const { fileId } = await uploadFile(file, 'course-media', { lost: t('lesson.lost') })
      const src = `/files/${fileId}`
      // The name of a file says nothing to a learner: the trainer is asked.
      const alt = await new Promise<string>((answer) => setAsked({ src, answer }))
      setAsked(null)
      return { src, alt }
    } catch (error) {
      notify({ tone: 'bad', text: t('lesson.picture', { reason: error instanceof Error ? error.message : '' }) })
      throw error
    }
  }
  const body = value.body as unknown as RichNode
  const keep = (next: RichNode) => onChange({ ...value, body: next as unknown as typeof value.body })
  return (
    <div>
      <Text component="div" size="sm" fw={500} mb={4}>
        {t('lesson.body')}
      </Text>
      <RichTextEditor label={t('lesson.body')} value={body} disabled={!editable} onPicture={picture} onChange={keep} />
      <PictureTexts body={body} editable={editable} onChange={keep} />
      {asked ? <PictureQuestion src={asked.src} onAnswer={asked.answer} /> : null}
    </div>
  )
}
