import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { BankId, QuestionId } from '@dangjian/domain/training'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { IconCopy, IconFileImport, IconPlus } from '@dangjian/ui/icons'
import { Anchor, Button } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { BankFilters } from './bank-filters.tsx'
import { QuestionDrawer } from './bank-question-drawer.tsx'
import { QuestionTable } from './bank-question-table.tsx'
import type { bankSearch } from './studio-search.ts'
import { useStudioTexts } from './studio-texts.ts'

const route = getRouteApi('/inside/studio/banks/$bankId')
export type BankSearch = ReturnType<typeof bankSearch>

/** A question bank: found, opened, written and imported. */
export function BankPage() {
  const t = useStudioTexts()
  const door = useDoorTexts()
  const api = useApi()
  const navigate = useNavigate()
  const search = route.useSearch()
  const bankId = route.useParams().bankId as BankId
  const { question, state, ...filter } = search
  const bank = useQuery(api.training.showBank.queryOptions({ bankId }))
  const questions = useInfiniteQuery({
    ...api.training.listQuestions.infiniteQueryOptions(
      { bankId, ...filter, ...(state === 'all' ? {} : { state: state ?? 'active' }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    placeholderData: (before) => before,
  })
  const set = (next: Partial<{ [K in keyof BankSearch]: BankSearch[K] | undefined }>) => {
    const merged = Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined))
    void navigate({ to: '/studio/banks/$bankId', params: { bankId }, search: merged, replace: true })
  }
  if (bank.error) return <TroubleFace error={bank.error} onRetry={() => void bank.refetch()} />
  if (!bank.data) return <LoadingFace shape="page" />
  const rows = questions.data?.pages.flatMap((page) => page.rows) ?? []
  const filtered = Object.keys(filter).length > 0 || state !== undefined
  return (
    <>
      <PageHeading
        title={bank.data.title}
        suffix={door('own.product')}
        note={bank.data.unitName}
        trail={
          <Anchor component={Link} to="/studio/banks" size="sm">
            {t('bank.all')}
          </Anchor>
        }
        act={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => set({ question: 'new' })}>
            {t('bank.add')}
          </Button>
        }
        others={
          <>
            <Button
              component={Link}
              to={`/studio/banks/${bankId}/likenesses`}
              variant="default"
              leftSection={<IconCopy size={18} aria-hidden />}
            >
              {t('bank.likenesses')}
            </Button>
            <Button
              component={Link}
              to={`/studio/banks/${bankId}/import`}
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden />}
            >
              {t('bank.import')}
            </Button>
          </>
        }
      />
      <BankFilters search={search} categories={bank.data.categories} filtered={filtered} onSet={set} />
      {questions.isPending ? <LoadingFace /> : null}
      {questions.error ? <TroubleFace error={questions.error} onRetry={() => void questions.refetch()} /> : null}
      {questions.data ? (
        <QuestionTable
          rows={rows}
          total={questions.data.pages[0]?.total ?? rows.length}
          openKey={question ?? null}
          onOpen={(id) => set({ question: id })}
          onMore={questions.hasNextPage ? () => void questions.fetchNextPage() : undefined}
          loadingMore={questions.isFetchingNextPage}
          stale={questions.isPlaceholderData}
          empty={
            filtered ? (
              <EmptyFace title={t('bank.none')}>{t('bank.noneLead')}</EmptyFace>
            ) : (
              <EmptyFace title={t('bank.empty')}>{t('bank.emptyLead')}</EmptyFace>
            )
          }
        />
      ) : null}
      {question ? (
        <QuestionDrawer
          key={question}
          bankId={bankId}
          questionId={question === 'new' ? null : (question as QuestionId)}
          categories={bank.data.categories.map(({ category }) => category).filter((category) => category !== '')}
          onClose={() => set({ question: undefined })}
        />
      ) : null}
    </>
  )
}
