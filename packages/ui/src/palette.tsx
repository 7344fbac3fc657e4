import { Spotlight, createSpotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import { Loader } from '@mantine/core'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { IconSearch } from './icons.tsx'

export interface PaletteFound {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly to: string
}

export interface PaletteGroup {
  readonly key: string
  readonly label: string
  readonly hits: readonly PaletteFound[]
}

export interface PaletteProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** It can be typed into. */
  readonly onReady?: () => void
  readonly placeholder: string
  readonly nothing: string
  readonly busy: boolean
  readonly groups: readonly PaletteGroup[]
  readonly onFollow: (hit: PaletteFound) => void
  readonly onClose: () => void
}

/** Finds and goes: mounted when it is called, gone when it closes. */
export function Palette({
  text,
  onText,
  onReady,
  placeholder,
  nothing,
  busy,
  groups,
  onFollow,
  onClose,
}: PaletteProps) {
  const [[store, actions]] = useState(() => createSpotlight())
  useEffect(() => actions.open(), [actions])
  const full = groups.filter(({ hits }) => hits.length > 0)
  const first = full[0]?.hits[0]

  /** Enter follows what the arrows chose, and where they chose nothing, the first of what was found for these words. */
  function followFirst({ key, nativeEvent, currentTarget }: KeyboardEvent<HTMLInputElement>) {
    const chosen = currentTarget.closest('[role="dialog"]')?.querySelector('[data-action][data-selected]')
    if (key === 'Enter' && !nativeEvent.isComposing && !chosen && first && !busy) onFollow(first)
  }

  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={onText}
      shortcut={null}
      onSpotlightClose={onClose}
      scrollable
      maxHeight="60vh"
      attributes={{ content: { 'aria-label': placeholder } }}
    >
      <Spotlight.Search
        placeholder={placeholder}
        aria-label={placeholder}
        onKeyDown={followFirst}
        onFocus={onReady}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={busy ? <Loader size={16} /> : null}
      />
      <Spotlight.ActionsList>
        {full.map((group) => (
          <Spotlight.ActionsGroup key={group.key} label={group.label}>
            {group.hits.map((hit) => (
              <Spotlight.Action
                key={hit.key}
                label={hit.label}
                {...(hit.note ? { description: hit.note } : {})}
                onClick={() => onFollow(hit)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {full.length === 0 && !busy ? <Spotlight.Empty>{nothing}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
