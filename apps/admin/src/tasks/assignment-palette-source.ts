import { assignmentStateWords } from '@dangjian/domain/tasks'
import { client } from '@dangjian/door/api'
import { loadSession } from '@dangjian/door/session'
import { rememberedLanguage } from '@dangjian/door/language'
import type { PaletteHit, PaletteSource } from '../app/palette-sources.ts'

/** Assignments that are still to be done, by words of their task's title, or the society's name or pinyin. */
export const assignmentSources: readonly PaletteSource[] = [
  {
    key: 'assignments',
    label: { 'zh-CN': '待办任务', en: 'Assignments' },
    action: 'tasks.list-assignments',
    find: async (text): Promise<PaletteHit[]> => {
      const session = await loadSession()
      const grant = session.signedIn ? session.grants.find(({ id }) => id === session.actingGrantId) : undefined
      if (!grant) return []
      const { rows } = await client.tasks.listAssignments.query({
        unitId: grant.unitId,
        search: text.slice(0, 100),
        standing: true,
        limit: 6,
      })
      const words = assignmentStateWords[rememberedLanguage()]
      return rows.map(({ id, taskTitle, unitName, state }) => ({
        key: id,
        label: taskTitle,
        note: `${unitName} · ${words[state]}`,
        to: `/tasks/assignments/${id}`,
      }))
    },
  },
]
