import { useNavigate } from '@tanstack/react-router'
import { FilterChips } from '@dangjian/ui/filter-chips'
import { useTexts } from '../app/texts.ts'
import type { PanoramaSearch } from './panorama-search.ts'
import { useFilterNames } from './use-filter-names.ts'

/** The panorama's filter that a list came with, in words: what is taken off widens the list, in its address as well. */
export function CameWith({ search }: { search: PanoramaSearch }) {
  const t = useTexts('panorama')
  const navigate = useNavigate()
  const chips = useFilterNames(search).map(({ key, label, off }) => ({
    key,
    label,
    onRemove: () => void navigate({ to: '.', search: (before) => ({ ...before, ...off }), replace: true }),
  }))
  return <FilterChips label={t('cameWith.label')} chips={chips} />
}
