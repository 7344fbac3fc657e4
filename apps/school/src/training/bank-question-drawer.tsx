import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { emptyQuestionDraft, trainingRefusalWords, type BankId, type QuestionId } from '@dangjian/domain/training'
import { LoadingFace } from '@dangjian/ui/faces'
import { Drawer } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { api, queryClient, useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useRefusalWords } from '@dangjian/door/word'
import { QuestionDesk } from './bank-question-desk.tsx'
import { QuestionForm } from './bank-question-form.tsx'
import { useStudioTexts } from './studio-texts.ts'

interface QuestionDrawerProps {
  readonly bankId: BankId
  /** Null for a new question. */
  readonly questionId: QuestionId | null
  readonly categories: readonly string[]
  readonly onClose: () => void
}

/** A question: to edit, and as a learner will see it; its versions and where it is used. */
export function QuestionDrawer({ bankId, questionId, categories, onClose }: QuestionDrawerProps) {
  const t = useStudioTexts()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={t(questionId ? 'question.title' : 'question.newTitle')}
    >
      {questionId ? (
        <OpenQuestion questionId={questionId} categories={categories} />
      ) : (
        <NewQuestion bankId={bankId} categories={categories} onClose={onClose} />
      )}
    </Drawer>
  )
}

function refresh() {
  return queryClient.invalidateQueries(api.training.pathFilter())
}

function NewQuestion({
  bankId,
  categories,
  onClose,
}: {
  bankId: BankId
  categories: readonly string[]
  onClose: () => void
}) {
  const t = useStudioTexts()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const [count, setCount] = useState(0)
  const add = useMutation(
    api.training.addQuestion.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('question.added') })
        await refresh()
      },
    }),
  )
  const [last, setLast] = useState({ kind: 'single', category: '' })
  return (
    <QuestionForm
      key={count}
      initial={{ ...emptyQuestionDraft, ...last }}
      categories={categories}
      busy={add.isPending}
      trouble={add.error ? sayWhy(add.error) : null}
      acts={[
        {
          label: t('question.saveNext'),
          primary: false,
          run: (draft) =>
            add.mutate(
              { bankId, draft },
              {
                onSuccess: () => {
                  // The next one is often of the same kind and category.
                  setLast({ kind: draft.kind, category: draft.category })
                  setCount((n) => n + 1)
                },
              },
            ),
        },
        {
          label: t('question.saveNew'),
          primary: true,
          run: (draft) => add.mutate({ bankId, draft }, { onSuccess: onClose }),
        },
      ]}
    />
  )
}

function OpenQuestion({ questionId, categories }: { questionId: QuestionId; categories: readonly string[] }) {
  const question = useQuery(useApi().training.showQuestion.queryOptions({ questionId }))
  // What was typed stays, whatever comes from the server meanwhile; only one's own saving or asking opens it anew.
  const [opened, setOpened] = useState<typeof question.data>(undefined)
  if (!opened && question.data) setOpened(question.data)
  if (question.error && !opened) return <TroubleFace error={question.error} onRetry={() => void question.refetch()} />
  if (!opened) return <LoadingFace />
  return (
    <QuestionDesk
      question={opened}
      categories={categories}
      onRev={(rev) => setOpened({ ...opened, rev })}
      onReopen={async () => {
        await refresh()
        setOpened(undefined)
      }}
    />
  )
}
