import { client, queryClient } from '@dangjian/door/api'
import { sessionQuery } from '@dangjian/door/session'
import type { PaletteHit, PaletteSource } from '../app/palette-sources.ts'
import { organisationTexts } from './organisation-texts.ts'

async function found(text: string) {
  const session = await queryClient.ensureQueryData(sessionQuery)
  if (!session.signedIn) return { units: [], people: [] }
  const unitId = session.grants.find(({ id }) => id === session.actingGrantId)?.unitId
  return unitId ? client.organisation.search.query({ unitId, words: text.slice(0, 50) }) : { units: [], people: [] }
}

const label = (key: 'units' | 'people') => ({
  'zh-CN': organisationTexts['zh-CN'].palette[key],
  en: organisationTexts.en.palette[key],
})

/** Units and people, by name, pinyin or initials. */
export const organisationSources: readonly PaletteSource[] = [
  {
    key: 'units',
    label: label('units'),
    action: 'organisation.search',
    find: async (text): Promise<PaletteHit[]> =>
      (await found(text)).units.map(({ id, name }) => ({ key: id, label: name, to: `/organisation/units/${id}` })),
  },
  {
    key: 'people',
    label: label('people'),
    action: 'organisation.search',
    find: async (text): Promise<PaletteHit[]> =>
      (await found(text)).people.map(({ id, name }) => ({
        key: id,
        label: name,
        to: `/organisation/people?search=${encodeURIComponent(name)}`,
      })),
  },
]
