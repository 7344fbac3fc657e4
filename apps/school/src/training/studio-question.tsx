import { useRef, useState } from 'react'
import { askedOf, type QuestionAsked, type QuestionBody, type Response } from '@dangjian/domain/training'
import { Button, Group, Stack } from '@dangjian/ui/kit'
import { ExamQuestion } from './exam-question.tsx'
import { useStudioTexts } from './studio-texts.ts'

interface SampleQuestion {
  readonly asked: QuestionAsked
  readonly marks: number
}

/** Questions one by one, in the learner's own view; what is answered here goes nowhere. */
export function QuestionPreview({ questions }: { questions: readonly SampleQuestion[] }) {
  const t = useStudioTexts()
  const [place, setPlace] = useState(0)
  const [responses, setResponses] = useState<Readonly<Record<number, Response>>>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const at = Math.min(place, questions.length - 1)
  const question = questions[at]
  if (!question) return null
  return (
    <Stack gap="md">
      <div>
        <ExamQuestion
          key={at}
          asked={question.asked}
          marks={question.marks}
          place={at}
          total={questions.length}
          response={responses[at] ?? null}
          locked={false}
          heading={heading}
          onAnswer={(response) => setResponses({ ...responses, [at]: response })}
        />
      </div>
      {questions.length > 1 ? (
        <Group justify="space-between">
          <Button variant="default" disabled={at === 0} onClick={() => setPlace(at - 1)}>
            {t('preview.before')}
          </Button>
          <Button variant="default" disabled={at === questions.length - 1} onClick={() => setPlace(at + 1)}>
            {t('preview.next')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  )
}

/** What is asked of a question: its options as they were written, what is to be matched out of order. */
export function askedAsWritten(body: QuestionBody): QuestionAsked {
  if (body.kind === 'matching') return askedOf(body, body.choices.map(({ key }) => key).toSorted())
  return askedOf(body, 'options' in body ? body.options.map(({ key }) => key) : [])
}
