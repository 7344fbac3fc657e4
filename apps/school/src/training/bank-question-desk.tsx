import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  trainingRefusalWords,
  type CourseId,
  type QuestionBody,
  type QuestionDraft,
  type QuestionId,
} from '@dangjian/domain/training'
import { formatInstant } from '@dangjian/ui/date-format'
import { Alert, Anchor, Button, Group, List, SegmentedControl, Stack, Text, Title } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { client, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { refusalOf, useRefusalWords } from '@dangjian/door/word'
import { QuestionForm } from './bank-question-form.tsx'
import { askedAsWritten, QuestionPreview } from './studio-question.tsx'
import { useStudioTexts } from './studio-texts.ts'

interface QuestionDeskProps {
  readonly question: {
    readonly id: QuestionId
    readonly state: 'active' | 'retired'
    readonly rev: number
    readonly draft: QuestionDraft
    readonly body: QuestionBody
    readonly versions: readonly { readonly number: number; readonly stem: string; readonly createdAt: number }[]
    readonly courses: readonly { readonly id: CourseId; readonly title: string }[]
  }
  readonly categories: readonly string[]
  /** Goes on from a later state of the question, without touching what was typed. */
  readonly onRev: (rev: number) => void
  readonly onReopen: () => Promise<void>
}

/** A question that is open: to edit, to see as a learner, to take out of use. */
export function QuestionDesk({ question, categories, onRev, onReopen }: QuestionDeskProps) {
  const t = useStudioTexts()
  const api = useApi()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const [face, setFace] = useState<'edit' | 'learner'>('edit')
  const { id: questionId, rev } = question
  const save = useMutation(
    api.training.saveQuestion.mutationOptions({
      onSuccess: async ({ number }) => {
        notify({ text: t('question.saved', { number }) })
        await onReopen()
      },
    }),
  )
  const conflict = refusalOf(save.error) === 'edited-meanwhile'
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
      {conflict ? (
        <Group gap="xs">
          <Button variant="default" onClick={() => void onReopen()}>
            {t('question.reload')}
          </Button>
          <Button
            variant="default"
            onClick={async () => {
              onRev((await client.training.showQuestion.query({ questionId })).rev)
              save.reset()
            }}
          >
            {t('saving.keepMine')}
          </Button>
        </Group>
      ) : null}
      {face === 'learner' ? (
        <QuestionPreview questions={[{ asked: askedAsWritten(question.body), marks: 2 }]} />
      ) : (
        <QuestionForm
          key={question.versions.length}
          initial={question.draft}
          categories={categories}
          busy={save.isPending}
          trouble={save.error ? `${sayWhy(save.error)} ${conflict ? t('question.conflict') : ''}` : null}
          note={t('question.keepNote')}
          acts={[{ label: t('question.save'), primary: true, run: (draft) => save.mutate({ questionId, rev, draft }) }]}
        />
      )}
      <QuestionUse question={question} />
      <QuestionRetirement questionId={questionId} state={question.state} onReopen={onReopen} />
    </Stack>
  )
}

function QuestionUse({ question: { courses, versions } }: Pick<QuestionDeskProps, 'question'>) {
  const t = useStudioTexts()
  const { language } = useLanguage()
  return (
    <>
      {courses.length > 0 ? (
        <section>
          <Title order={3} size="h5">
            {t('question.usedIn')}
          </Title>
          <List listStyleType="none">
            {courses.map(({ id, title }) => (
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
          {versions.map(({ number, stem, createdAt }) => (
            <List.Item key={number}>
              <Text size="sm">{t('question.versions', { number, at: formatInstant(createdAt, language) })}</Text>
              <Text size="xs" c="dimmed" lineClamp={1}>
                {stem}
              </Text>
            </List.Item>
          ))}
        </List>
      </section>
    </>
  )
}

function QuestionRetirement(props: {
  questionId: QuestionId
  state: 'active' | 'retired'
  onReopen: () => Promise<void>
}) {
  const t = useStudioTexts()
  const api = useApi()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const { questionId, state, onReopen } = props
  const done = (text: string) => async () => {
    notify({ text })
    await onReopen()
  }
  const retire = useMutation(api.training.retireQuestion.mutationOptions({ onSuccess: done(t('question.retired')) }))
  const reinstate = useMutation(
    api.training.reinstateQuestion.mutationOptions({ onSuccess: done(t('question.reinstated')) }),
  )
  const trouble = retire.error ?? reinstate.error
  return (
    <section>
      {trouble ? (
        <Alert color="red" role="alert" mb="xs">
          {sayWhy(trouble)}
        </Alert>
      ) : null}
      <Text size="sm" c="dimmed" mb="xs">
        {state === 'active' ? t('question.retireLead') : t('question.retired')}
      </Text>
      {state === 'active' ? (
        <Button variant="default" loading={retire.isPending} onClick={() => retire.mutate({ questionId })}>
          {t('question.retire')}
        </Button>
      ) : (
        <Button variant="default" loading={reinstate.isPending} onClick={() => reinstate.mutate({ questionId })}>
          {t('question.reinstate')}
        </Button>
      )}
    </section>
  )
}
