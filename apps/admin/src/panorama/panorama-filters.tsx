import { useNavigate } from '@tanstack/react-router'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { useWord } from '@dangjian/door/word'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Select } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { Panorama } from './panorama-data.ts'
import type { PanoramaSearch } from './panorama-search.ts'

interface PanoramaFiltersProps {
  readonly search: PanoramaSearch
  readonly panorama: Panorama
  /** Every item of the plan, whatever the filter leaves. */
  readonly sections: Panorama['sections']
}

/** Year, part of the plan, category and quarter: one filter for the whole page, kept in the address. */
export function PanoramaFilters({ search, panorama, sections }: PanoramaFiltersProps) {
  const t = useTexts('panorama')
  const word = useWord()
  const navigate = useNavigate()
  const change = (next: Partial<PanoramaSearch>) =>
    void navigate({ to: '/panorama', search: { ...search, ...next }, replace: true })
  const part =
    search.item !== undefined
      ? `item-${search.item}`
      : search.section !== undefined
        ? `section-${search.section}`
        : null
  const isSet = part !== null || search.category !== undefined || search.quarter !== undefined
  const clear = () => change({ category: undefined, section: undefined, item: undefined, quarter: undefined })
  return (
    <FilterBar label={t('filters')} {...(isSet ? { onClear: clear } : {})}>
      {panorama.years.length > 1 ? (
        <Select
          label={t('year')}
          w={120}
          allowDeselect={false}
          data={panorama.years.map((year) => ({ value: String(year), label: t('yearOption', { year }) }))}
          value={String(panorama.plan?.year ?? panorama.years[0])}
          onChange={(value) => change({ year: Number(value), section: undefined, item: undefined })}
        />
      ) : null}
      <Select
        label={t('part')}
        placeholder={t('allParts')}
        w={{ base: '100%', xs: 280 }}
        clearable
        data={sections.flatMap((section) => [
          {
            value: `section-${section.index}`,
            label: t('sectionOption', { number: section.number, title: section.title }),
          },
          ...section.items.map((item) => ({
            value: `item-${item.index}`,
            label: t('itemOption', { number: item.number, title: item.title }),
          })),
        ])}
        value={part}
        onChange={(value) => {
          const [kind, index] = value?.split('-') ?? []
          change({
            section: kind === 'section' ? Number(index) : undefined,
            item: kind === 'item' ? Number(index) : undefined,
          })
        }}
      />
      <Select
        label={t('category')}
        placeholder={t('allCategories')}
        w={{ base: 'calc(50% - 0.375rem)', xs: 150 }}
        clearable
        data={SocietyCategory.options.map((category) => ({
          value: category,
          label: word(societyCategoryWords, category),
        }))}
        value={search.category ?? null}
        onChange={(value) => change({ category: SocietyCategory.nullable().parse(value) ?? undefined })}
      />
      <Select
        label={t('quarter')}
        placeholder={t('allQuarters')}
        w={{ base: 'calc(50% - 0.375rem)', xs: 150 }}
        clearable
        data={[1, 2, 3, 4].map((quarter) => ({ value: String(quarter), label: t('quarterOption', { quarter }) }))}
        value={search.quarter === undefined ? null : String(search.quarter)}
        onChange={(value) => change({ quarter: value === null ? undefined : Number(value) })}
      />
    </FilterBar>
  )
}
