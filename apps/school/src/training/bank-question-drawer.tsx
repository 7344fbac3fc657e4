import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { emptyQuestionDraft, trainingRefusalWords, type BankId, type QuestionId } from '@dangjian/domain/training'
import { formatInstant } from '@dangjian/ui/date-format'
import { LoadingFace } from '@dangjian/ui/faces'
import { Alert, Anchor, Button, Drawer, Group, List, SegmentedControl, Stack, Text, Title } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useRefusalWords } from '@dangjian/door/word'
import { QuestionForm } from './bank-question-form.tsx'
import { askedAsWritten, AskedView } from './studio-asked.tsx'
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
    <Drawer opened onClose={onClose} position="right" size="xl" title={t(questionId ? 'question.title' : 'question.newTitle')}>
      {questionId ? (
        <OpenQuestion questionId={questionId} categories={categories} />
      ) : (
        <NewQuestion bankId={bankId} categories={categories} onClose={onClose} />
      )}
    </Drawer>
  )
}

function refresh() {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('training'),
  })
}

function NewQuestion({ bankId, categories, onClose }: { bankId: BankId; categories: readonly string[]; onClose: () => void }) {
  const t = useStudioTexts()
  const api = useApi()
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
            add.mutate({ bankId, draft }, { onSuccess: () => {
              // The next one is often of the same kind and category.
              setLast({ kind: draft.kind, category: draft.category })
              setCount((n) => n + 1)
            } }),
        },
        { label: t('question.saveNew'), primary: true, run: (draft) => add.mutate({ bankId, draft }, { onSuccess: onClose }) },
      ]}
    />
  )
}

function OpenQuestion({ questionId, categories }: { questionId: QuestionId; categories: readonly string[] }) {
  const t = useStudioTexts()
  const api = useApi()
  const { language } = useLanguage()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const [face, setFace] = useState<'edit' | 'learner'>('edit')
  const question = useQuery(api.training.showQuestion.queryOptions({ questionId }))
  const save = useMutation(
    api.training.saveQuestion.mutationOptions({
      onSuccess: async ({ number }) => {
        notify({ text: t('question.saved', { number }) })
        await refresh()
      },
    }),
  )
  const retire = useMutation(api.training.retireQuestion.mutationOptions({ onSuccess: refresh }))
  const reinstate = useMutation(api.training.reinstateQuestion.mutationOptions({ onSuccess: refresh }))
  if (question.error) return <TroubleFace error={question.error} onRetry={() => void question.refetch()} />
  if (!question.data) return <LoadingFace />
  const { data } = question
  const trouble = save.error ?? retire.error ?? reinstate.error
  return (
    <Stack gap="lg">
      <SegmentedControl
        value={face}
        onChange={(value) => setFace(value === 'learner' ? 'learner' : 'edit')}
        data={[
          { value: 'edit', label: t('question.edit') },
          { value: 'learner', label: t('question.asLearner') },
        ]}
      />
      {face === 'learner' ? (
        <AskedView asked={askedAsWritten(data.body)} />
      ) : (
        <QuestionForm
          key={data.rev}
          initial={data.draft}
          categories={categories}
          busy={save.isPending}
          trouble={trouble ? sayWhy(trouble) : null}
          note={t('question.keepNote')}
          acts={[{ label: t('question.save'), primary: true, run: (draft) => save.mutate({ questionId, rev: data.rev, draft }) }]}
        />
      )}
      {data.courses.length > 0 ? (
        <section>
          <Title order={3} size="h5">
            {t('question.usedIn')}
          </Title>
          <List listStyleType="none">
            {data.courses.map(({ id, title }) => (
              <List.Item key={id}>
                <Anchor component={Link} to={`/studio/courses/${id}`}>
                  {title}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </section>
      ) : null}
      <section>
        <Title order={3} size="h5">
          {t('question.history')}
        </Title>
        <List listStyleType="none">
          {data.versions.map(({ number, stem, createdAt }) => (
            <List.Item key={number}>
              <Text size="sm">{t('question.versions', { number, at: formatInstant(createdAt, language) })}</Text>
              <Text size="xs" c="dimmed" lineClamp={1}>
                {stem}
              </Text>
            </List.Item>
          ))}
        </List>
      </section>
      {data.state === 'active' ? (
        <div>
          <Text size="sm" c="dimmed" mb="xs">
            {t('question.retireLead')}
          </Text>
          <Button variant="default" loading={retire.isPending} onClick={() => retire.mutate({ questionId })}>
            {t('question.retire')}
          </Button>
        </div>
      ) : (
        <Alert color="gray" title={t('question.retired')}>
          <Group>
            <Button variant="default" loading={reinstate.isPending} onClick={() => reinstate.mutate({ questionId })}>
              {t('question.reinstate')}
            </Button>
          </Group>
        </Alert>
      )}
    </Stack>
  )
}
