import { societyCategoryWords } from '@dangjian/domain/organisation'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { usePanorama } from './panorama-data.ts'
import type { PanoramaSearch } from './panorama-search.ts'

export interface FilterName {
  readonly key: string
  readonly label: string
  /** The address without it. */
  readonly off: Partial<PanoramaSearch>
}

/** The panorama's filters in words. A part of the plan stands at once and gets its words when they come: nothing moves. */
export function useFilterNames({ year, category, section, item, quarter }: PanoramaSearch): FilterName[] {
  const t = useTexts('panorama')
  const word = useWord()
  const parted = section !== undefined || item !== undefined
  const panorama = usePanorama({ year }, { enabled: parted })
  const sections = panorama.data?.sections ?? []
  const sectionMeant = sections.find(({ index }) => index === section)
  const itemMeant = sections.flatMap(({ items }) => items).find(({ index }) => index === item)
  const coming = (index: number | undefined) => index !== undefined && panorama.isPending
  const names: readonly (FilterName | null)[] = [
    year === undefined
      ? null
      : {
          key: 'year',
          label: t('cameWith.year', { year: t('yearOption', { year }) }),
          off: { year: undefined, section: undefined, item: undefined },
        },
    sectionMeant || coming(section)
      ? {
          key: 'section',
          label: t('cameWith.part', { part: sectionMeant ? t('sectionOption', sectionMeant) : '…' }),
          off: { section: undefined },
        }
      : null,
    itemMeant || coming(item)
      ? {
          key: 'item',
          label: t('cameWith.part', { part: itemMeant ? t('itemOption', itemMeant) : '…' }),
          off: { item: undefined },
        }
      : null,
    category
      ? {
          key: 'category',
          label: t('cameWith.category', { category: word(societyCategoryWords, category) }),
          off: { category: undefined },
        }
      : null,
    quarter
      ? {
          key: 'quarter',
          label: t('cameWith.quarter', { quarter: t('quarterOption', { quarter }) }),
          off: { quarter: undefined },
        }
      : null,
  ]
  return names.filter((name) => name !== null)
}
