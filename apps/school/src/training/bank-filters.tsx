import { difficultyWords, QuestionKind, questionKindWords, questionStateWords } from '@dangjian/domain/training'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Select } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import type { BankSearch } from './bank-page.tsx'
import { useStudioTexts } from './studio-texts.ts'

interface BankFiltersProps {
  readonly search: BankSearch
  readonly categories: readonly { readonly category: string; readonly count: number }[]
  readonly filtered: boolean
  readonly onSet: (next: Partial<{ [K in keyof BankSearch]: BankSearch[K] | undefined }>) => void
}

const levels = ['1', '2', '3', '4', '5'] as const

/** What of a bank is shown; it stands in the address. */
export function BankFilters({ search, categories, filtered, onSet }: BankFiltersProps) {
  const t = useStudioTexts()
  const word = useWord()
  const clear = { search: undefined, kind: undefined, category: undefined, difficulty: undefined, state: undefined }
  return (
    <FilterBar
      search={search.search ?? ''}
      searchLabel={t('bank.search')}
      onSearch={(value) => onSet({ search: value || undefined })}
      {...(filtered ? { onClear: () => onSet(clear) } : {})}
    >
      <Select
        aria-label={t('bank.kind')}
        placeholder={t('bank.allKinds')}
        clearable
        w={140}
        data={QuestionKind.options.map((value) => ({ value, label: word(questionKindWords, value) }))}
        value={search.kind ?? null}
        onChange={(value) => onSet({ kind: QuestionKind.options.find((each) => each === value) })}
      />
      <Select
        aria-label={t('bank.category')}
        placeholder={t('quiz.allCategories')}
        clearable
        w={170}
        data={categories.map(({ category, count }) => ({
          value: `=${category}`,
          label: `${category || t('quiz.uncategorised')}（${count}）`,
        }))}
        value={search.category === undefined ? null : `=${search.category}`}
        onChange={(value) => onSet({ category: value?.slice(1) })}
      />
      <Select
        aria-label={t('bank.difficulty')}
        placeholder={t('bank.anyDifficulty')}
        clearable
        w={140}
        data={levels.map((value) => ({ value, label: word(difficultyWords, value) }))}
        value={search.difficulty ? String(search.difficulty) : null}
        onChange={(value) => onSet({ difficulty: value ? (Number(value) as 1 | 2 | 3 | 4 | 5) : undefined })}
      />
      <Select
        aria-label={t('bank.state')}
        allowDeselect={false}
        w={130}
        data={[
          { value: 'active', label: word(questionStateWords, 'active') },
          { value: 'retired', label: word(questionStateWords, 'retired') },
          { value: 'all', label: t('bank.stateAll') },
        ]}
        value={search.state ?? 'active'}
        onChange={(value) => onSet({ state: value === 'retired' || value === 'all' ? value : undefined })}
      />
    </FilterBar>
  )
}
