import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { questionKindWords, type CourseId, type QuizLesson, type QuizSlot } from '@dangjian/domain/training'
import { IconPlus } from '@dangjian/ui/icons'
import { Button, Group, Stack, Text, Title } from '@dangjian/ui/kit'
import { useApi } from '@dangjian/door/api'
import { useActingGrant, useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { DrawDialog } from './studio-draw-dialog.tsx'
import type { EditorProps } from './studio-editor.tsx'
import { QuestionPicker, type PickedQuestion } from './studio-question-picker.tsx'
import { QuizSlotRow } from './studio-quiz-slot.tsx'
import { useStudioTexts } from './studio-texts.ts'
import classes from './studio.module.css'

/** The questions of a quiz: named ones and random draws, in the order of the paper. */
export function StudioQuiz({ value, editable, onChange, courseId }: EditorProps<QuizLesson> & { courseId: CourseId }) {
  const t = useStudioTexts()
  const word = useWord()
  const api = useApi()
  const may = useMay()
  const unitId = useActingGrant()?.unitId
  const [adding, setAdding] = useState<'fixed' | 'drawn' | null>(null)
  const [picked, setPicked] = useState<readonly PickedQuestion[]>([])
  const shown = useQuery(api.training.showCourseDraft.queryOptions({ courseId }))
  const banks = useQuery({
    ...api.training.listBanks.queryOptions({ unitId: unitId!, limit: 100 }),
    enabled: unitId !== undefined && may('training.list-banks'),
  })
  const { quiz } = value
  const setSlots = (slots: readonly QuizSlot[]) => onChange({ ...value, quiz: { ...quiz, slots: [...slots] } })
  const known = new Map(
    [
      ...(shown.data?.questions ?? []),
      ...picked.map((each) => ({ ...each, retired: false, newerVersionId: null })),
    ].map((each) => [each.versionId, each]),
  )
  const bankOf = new Map((banks.data?.rows ?? []).map((bank) => [bank.id, bank]))
  const count = quiz.slots.reduce((sum, slot) => sum + (slot.kind === 'drawn' ? slot.count : 1), 0)
  const marks = quiz.slots.reduce(
    (sum, slot) => sum + (slot.kind === 'drawn' ? slot.count * slot.marks : slot.marks),
    0,
  )
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('quiz.questions')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('quiz.total', { questions: count, marks })}
        </Text>
      </Group>
      {quiz.slots.length === 0 ? <Text c="dimmed">{t('quiz.none')}</Text> : null}
      <ol className={classes.slots}>
        {quiz.slots.map((slot, index) => {
          const question = slot.kind === 'fixed' ? known.get(slot.questionVersionId) : undefined
          const bank = slot.kind === 'drawn' ? bankOf.get(slot.bankId) : undefined
          const draws = slot.kind === 'drawn' && {
            count: slot.count,
            bank: bank?.title ?? t('quiz.unknownBank'),
            category:
              slot.category === null
                ? t('quiz.ofAll')
                : t('quiz.ofCategory', { category: slot.category || t('quiz.uncategorised') }),
          }
          return (
            <QuizSlotRow
              key={index}
              number={index + 1}
              last={index === quiz.slots.length - 1}
              label={
                question
                  ? word(questionKindWords, question.kind)
                  : t(slot.kind === 'fixed' ? 'quiz.fixed' : 'quiz.drawn')
              }
              text={draws ? t('quiz.drawnLine', draws) : (question?.stem ?? '…')}
              warning={question?.retired ? t('quiz.retired') : null}
              newer={
                question?.newerVersionId
                  ? () =>
                      setSlots(
                        quiz.slots.with(index, { ...slot, questionVersionId: question.newerVersionId } as QuizSlot),
                      )
                  : null
              }
              marks={slot.marks}
              editable={editable}
              onMarks={(next) => setSlots(quiz.slots.with(index, { ...slot, marks: next }))}
              onRemove={() => setSlots(quiz.slots.toSpliced(index, 1))}
              onMove={(by) => {
                const other = quiz.slots[index + by]
                if (other) setSlots(quiz.slots.with(index, other).with(index + by, slot))
              }}
            />
          )
        })}
      </ol>
      {editable ? (
        <Group gap="xs">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding('fixed')}>
            {t('quiz.addFixed')}
          </Button>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding('drawn')}>
            {t('quiz.addDrawn')}
          </Button>
        </Group>
      ) : null}
      {adding === 'fixed' ? (
        <QuestionPicker
          banks={banks.data?.rows ?? []}
          taken={new Set([...known.values()].map(({ questionId }) => questionId))}
          onClose={() => setAdding(null)}
          onPick={(questions) => {
            setPicked([...picked, ...questions])
            setSlots([
              ...quiz.slots,
              ...questions.map(({ versionId }) => ({ kind: 'fixed' as const, questionVersionId: versionId, marks: 2 })),
            ])
            setAdding(null)
          }}
        />
      ) : null}
      {adding === 'drawn' ? (
        <DrawDialog
          banks={banks.data?.rows ?? []}
          onClose={() => setAdding(null)}
          onDraw={(slot) => {
            setSlots([...quiz.slots, slot])
            setAdding(null)
          }}
        />
      ) : null}
    </Stack>
  )
}
