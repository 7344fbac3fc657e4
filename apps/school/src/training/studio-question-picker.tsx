import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  questionKindWords,
  type BankId,
  type QuestionId,
  type QuestionKind,
  type QuestionVersionId,
} from '@dangjian/domain/training'
import { LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Button, Checkbox, Group, Modal, ScrollArea, Select, Stack, Text } from '@dangjian/ui/kit'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useWord } from '@dangjian/door/word'
import { NoBanks, type BankChoice } from './studio-draw-dialog.tsx'
import { useStudioTexts } from './studio-texts.ts'

export interface PickedQuestion {
  readonly questionId: QuestionId
  readonly versionId: QuestionVersionId
  readonly bankId: BankId
  readonly kind: QuestionKind
  readonly stem: string
}

interface PickerProps {
  readonly banks: readonly BankChoice[]
  /** Questions that the quiz has already. */
  readonly taken: ReadonlySet<string>
  readonly onPick: (questions: PickedQuestion[]) => void
  readonly onClose: () => void
}

/** Chooses questions out of the banks. */
export function QuestionPicker({ banks, taken, onPick, onClose }: PickerProps) {
  const t = useStudioTexts()
  const word = useWord()
  const api = useApi()
  const { words } = useLanguage()
  const [bankId, setBankId] = useState<BankId | null>(banks[0]?.id ?? null)
  const [category, setCategory] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlyMap<string, PickedQuestion>>(new Map())
  const bank = banks.find(({ id }) => id === bankId)
  const questions = useInfiniteQuery({
    ...api.training.listQuestions.infiniteQueryOptions(
      { bankId: bankId!, state: 'active', search, ...(category === null ? {} : { category: category.slice(1) }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: bankId !== null,
  })
  const toggle = (question: PickedQuestion) => {
    const next = new Map(chosen)
    if (!next.delete(question.questionId)) next.set(question.questionId, question)
    setChosen(next)
  }
  return (
    <Modal opened onClose={onClose} title={t('quiz.choose')} size="xl">
      {banks.length === 0 ? (
        <NoBanks />
      ) : (
        <Stack gap="sm">
          <FilterBar search={search} onSearch={setSearch} searchLabel={t('bank.search')}>
            <Select
              aria-label={t('quiz.bank')}
              allowDeselect={false}
              data={banks.map(({ id, title }) => ({ value: id, label: title }))}
              value={bankId}
              onChange={(value) => {
                setBankId(value as BankId)
                setCategory(null)
              }}
            />
            <Select
              aria-label={t('quiz.category')}
              placeholder={t('quiz.allCategories')}
              clearable
              data={(bank?.categories ?? []).map((each) => ({
                value: `=${each.category}`,
                label: each.category || t('quiz.uncategorised'),
              }))}
              value={category}
              onChange={setCategory}
            />
          </FilterBar>
          {questions.isPending ? <LoadingFace count={4} /> : null}
          {questions.error ? <TroubleFace error={questions.error} onRetry={() => void questions.refetch()} /> : null}
          <ScrollArea.Autosize mah="50vh" viewportProps={{ tabIndex: 0, 'aria-label': t('quiz.choose') }}>
            <Stack gap={4}>
              {questions.data?.pages
                .flatMap((page) => page.rows)
                .map(({ id, versionId, kind, stem }) => (
                  <Checkbox
                    key={id}
                    py={4}
                    label={stem}
                    description={word(questionKindWords, kind)}
                    disabled={taken.has(id)}
                    checked={taken.has(id) || chosen.has(id)}
                    onChange={() => bankId && toggle({ questionId: id, versionId, bankId, kind, stem })}
                  />
                ))}
              {questions.hasNextPage ? (
                <Button
                  variant="subtle"
                  loading={questions.isFetchingNextPage}
                  onClick={() => void questions.fetchNextPage()}
                >
                  {words.loadMore}
                </Button>
              ) : null}
            </Stack>
          </ScrollArea.Autosize>
          <Group justify="space-between">
            <Text size="sm" role="status">
              {t('quiz.chosen', { count: chosen.size })}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {words.cancel}
              </Button>
              <Button disabled={chosen.size === 0} onClick={() => onPick([...chosen.values()])}>
                {t('quiz.addChosen')}
              </Button>
            </Group>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
