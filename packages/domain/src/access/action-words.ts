import { accessActionWords } from './action-words/access.ts'
import { organisationActionWords } from './action-words/organisation.ts'
import { tasksActionWords } from './action-words/tasks.ts'
import { trainingActionWords } from './action-words/training.ts'
import type { permissionTable } from './permission-table.ts'
import type { CommandOf } from './permission.ts'
import type { Wording } from './words.ts'

/** Every action that changes something, and so stands in the audit log. */
export type LoggedAction = CommandOf<typeof permissionTable>

/** What was done, as the audit log says it. A new command without words in both languages does not compile. */
export const actionWords: Wording<LoggedAction> = {
  'zh-CN': {
    ...accessActionWords['zh-CN'],
    ...organisationActionWords['zh-CN'],
    ...tasksActionWords['zh-CN'],
    ...trainingActionWords['zh-CN'],
  },
  en: {
    ...accessActionWords.en,
    ...organisationActionWords.en,
    ...tasksActionWords.en,
    ...trainingActionWords.en,
  },
}

/** Done many times over in one sitting: the log keeps each, and its page shows one row with a count for each sitting. */
export const repeatedActions: readonly LoggedAction[] = ['training.save-answer', 'training.record-position']

export function isLoggedAction(action: string): action is LoggedAction {
  return Object.hasOwn(actionWords.en, action)
}
