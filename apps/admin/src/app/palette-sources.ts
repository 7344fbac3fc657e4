import type { Action } from '@dangjian/domain/access'
import { organisationSources } from '../organisation/palette-source.ts'
import { assignmentSources } from '../tasks/assignment-palette-source.ts'
import { planSources } from '../tasks/plan-palette-source.ts'

/** Something the palette found: following it leads to `to`. */
export interface PaletteHit {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly to: string
}

/** A kind of thing that Ctrl/⌘-K finds. The wing that owns the thing adds its source here. */
export interface PaletteSource {
  readonly key: string
  readonly label: Readonly<Record<'zh-CN' | 'en', string>>
  /** Asked only by those whose role could do this. */
  readonly action?: Action
  /** At most eight hits; by name or pinyin initials. */
  readonly find: (text: string) => Promise<readonly PaletteHit[]>
}

export const paletteSources: readonly PaletteSource[] = [...planSources, ...assignmentSources, ...organisationSources]
