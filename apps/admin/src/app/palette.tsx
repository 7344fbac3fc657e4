import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { Palette, type PaletteGroup } from '@dangjian/ui/palette'
import { paletteSources } from './palette-sources.ts'
import { useMay } from '@dangjian/door/session'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from './texts.ts'
import { useRail } from './use-rail.ts'

/** Ctrl/⌘-K: pages by name or initials, and whatever the wings' sources find. `typed` is what was typed before it came. */
export function ConsolePalette({ typed, onClose }: { typed: () => string; onClose: () => void }) {
  const t = useTexts('frame')
  const { language } = useLanguage()
  const may = useMay()
  const navigate = useNavigate()
  const wings = useRail()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 180)
  const found = useQuery({
    queryKey: ['palette', asked],
    enabled: asked.length > 0,
    staleTime: 30_000,
    queryFn: async (): Promise<PaletteGroup[]> => {
      const sources = paletteSources.filter(({ action }) => !action || may(action))
      const answers = await Promise.allSettled(sources.map(({ find }) => find(asked)))
      return sources.map((source, index) => {
        const answer = answers[index]
        return {
          key: source.key,
          label: source.label[language],
          hits: answer?.status === 'fulfilled' ? answer.value : [],
        }
      })
    },
  })
  const wanted = text.trim().toLowerCase()
  const pages = wings
    .flatMap((wing) => wing.items.map((item) => ({ ...item, wing: t(`wing.${wing.key}`) })))
    .filter(
      ({ label, initials }) => !wanted || label[language].toLowerCase().includes(wanted) || initials.startsWith(wanted),
    )
    .map(({ to, label, wing }) => ({ key: to, label: label[language], note: wing, to }))
  return (
    <Palette
      text={text}
      onText={setText}
      onReady={() => {
        const ahead = typed()
        setText((before) => ahead + before)
      }}
      placeholder={t('palette.placeholder')}
      nothing={t('palette.nothing')}
      busy={found.isFetching}
      groups={[{ key: 'pages', label: t('palette.pages'), hits: pages }, ...(wanted ? (found.data ?? []) : [])]}
      onFollow={(hit) => void navigate({ to: hit.to })}
      onClose={onClose}
    />
  )
}
