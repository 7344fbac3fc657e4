import { useNavigate } from '@tanstack/react-router'
import { societyCategoryWords } from '@dangjian/domain/organisation'
import { useWord } from '@dangjian/door/word'
import { FilterChips, type FilterChip } from '@dangjian/ui/filter-chips'
import { useTexts } from '../app/texts.ts'
import { usePanorama } from './panorama-data.ts'
import type { PanoramaSearch } from './panorama-search.ts'

/** The panorama's filter that a list came with, in words: what is taken off widens the list, in its address as well. */
export function CameWith({ search }: { search: PanoramaSearch }) {
  const t = useTexts('panorama')
  const word = useWord()
  const navigate = useNavigate()
  const { year, category, section, item, quarter } = search
  const parted = section !== undefined || item !== undefined
  const panorama = usePanorama({ year }, { enabled: parted })
  const sections = panorama.data?.sections ?? []
  const sectionMeant = sections.find(({ index }) => index === section)
  const itemMeant = sections.flatMap(({ items }) => items).find(({ index }) => index === item)
  // The chip stands at once, and gets its words when they come: nothing below it moves.
  const coming = (index: number | undefined) => index !== undefined && panorama.isPending
  const widen = (off: Partial<PanoramaSearch>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...off }), replace: true })
  const chips: readonly (FilterChip | null)[] = [
    year === undefined
      ? null
      : {
          key: 'year',
          label: t('cameWith.year', { year: t('yearOption', { year }) }),
          onRemove: () => widen({ year: undefined, section: undefined, item: undefined }),
        },
    sectionMeant || coming(section)
      ? {
          key: 'section',
          label: t('cameWith.part', { part: sectionMeant ? t('sectionOption', sectionMeant) : '…' }),
          onRemove: () => widen({ section: undefined }),
        }
      : null,
    itemMeant || coming(item)
      ? {
          key: 'item',
          label: t('cameWith.part', { part: itemMeant ? t('itemOption', itemMeant) : '…' }),
          onRemove: () => widen({ item: undefined }),
        }
      : null,
    category
      ? {
          key: 'category',
          label: t('cameWith.category', { category: word(societyCategoryWords, category) }),
          onRemove: () => widen({ category: undefined }),
        }
      : null,
    quarter
      ? {
          key: 'quarter',
          label: t('cameWith.quarter', { quarter: t('quarterOption', { quarter }) }),
          onRemove: () => widen({ quarter: undefined }),
        }
      : null,
  ]
  return <FilterChips label={t('cameWith.label')} chips={chips.filter((chip) => chip !== null)} />
}
