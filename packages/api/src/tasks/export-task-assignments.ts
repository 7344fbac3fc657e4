import { z } from 'zod'
import { daysBetween, Language, localDateOf } from '@dangjian/domain/access'
import { societyCategoryWords } from '@dangjian/domain/organisation'
import { assignmentStateWords, settledAt } from '@dangjian/domain/tasks'
import { findTask } from '@dangjian/db/tasks/task-store'
import { tableExport } from '@dangjian/formats/organisation/table-export'
import { ExportedFile, exportedFile } from '../organisation/exported-file.ts'
import { notFound, query } from '../trpc.ts'
import { TaskAssignmentFilter, taskAssignmentRows } from './list-task-assignments.ts'
import { readersOfTask } from './plan-target.ts'

const headers: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['代码', '学会', '类别', '状态', '截止日期', '已逾期', '最近动态', '已等待（天）', '最近催办'],
  en: ['Code', 'Society', 'Category', 'State', 'Due', 'Overdue', 'Last movement', 'Waiting (days)', 'Last reminder'],
}
const yes: Readonly<Record<Language, string>> = { 'zh-CN': '是', en: 'yes' }

/** The list of a task's societies as it is filtered, as a file. */
export const exportTaskAssignments = query({
  permission: 'tasks.export-task-assignments',
  input: z.strictObject({ ...TaskAssignmentFilter, format: z.enum(['csv', 'xlsx']), language: Language }),
  output: ExportedFile,
  target: readersOfTask,
  run: async ({ db, input, actor, today }) => {
    const { format, language, ...filter } = input
    const task = (await findTask(db, input.taskId)) ?? notFound()
    const rows = await taskAssignmentRows(db, actor.grant?.unitId ?? notFound(), filter, today)
    const body = rows.map((row) => [
      row.unitCode,
      row.unitName,
      row.category ? societyCategoryWords[language][row.category] : null,
      assignmentStateWords[language][row.state],
      row.dueOn,
      row.overdue ? yes[language] : null,
      localDateOf(row.movedAt),
      settledAt(row) === null ? daysBetween(localDateOf(row.stateAt), today) : null,
      row.remindedAt === null ? null : localDateOf(row.remindedAt),
    ])
    const table = await tableExport([headers[language], ...body], format, task.title)
    // Characters that no file's name may have.
    const name = task.title.replace(/[\\/:*?"<>|]/g, ' ')
    return exportedFile(`${name} ${today}.${format}`, table)
  },
})
