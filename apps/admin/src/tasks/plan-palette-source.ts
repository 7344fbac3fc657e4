import { client } from '@dangjian/door/api'
import type { PaletteHit, PaletteSource } from '../app/palette-sources.ts'
import { planTexts } from './plan-texts.ts'

const label = (key: 'plans' | 'tasks') => ({
  'zh-CN': planTexts['zh-CN'].palette[key],
  en: planTexts.en.palette[key],
})

/** Plans by title or year, and tasks by words of their title. */
export const planSources: readonly PaletteSource[] = [
  {
    key: 'plans',
    label: label('plans'),
    action: 'tasks.list-work-plans',
    find: async (text): Promise<PaletteHit[]> =>
      (await client.tasks.listWorkPlans.query({})).rows
        .filter(({ title, year }) => title.includes(text) || String(year).includes(text))
        .slice(0, 4)
        .map(({ id, title, year }) => ({ key: id, label: title, note: String(year), to: `/tasks/plans/${id}` })),
  },
  {
    key: 'tasks',
    label: label('tasks'),
    action: 'tasks.find-tasks',
    find: async (text): Promise<PaletteHit[]> =>
      (await client.tasks.findTasks.query({ words: text.slice(0, 50) })).rows.map(({ id, title, year }) => ({
        key: id,
        label: title,
        note: String(year),
        to: `/tasks/tasks/${id}`,
      })),
  },
]
