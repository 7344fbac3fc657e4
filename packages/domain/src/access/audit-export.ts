import { allow, refuse, type Decision } from './decision.ts'
import type { Wording } from './words.ts'

/** Rows at most in a workbook, which a spreadsheet holds in memory whole; a text file takes all there are. */
export const AUDIT_WORKBOOK_ROWS = 100_000

export type AuditExportRefusal = 'too-many-entries-for-workbook'

export function decideAuditExport(count: number, format: 'csv' | 'xlsx'): Decision<number, AuditExportRefusal> {
  return format === 'xlsx' && count > AUDIT_WORKBOOK_ROWS
    ? refuse('too-many-entries-for-workbook', { count, most: AUDIT_WORKBOOK_ROWS })
    : allow(count)
}

export const auditExportRefusalWords: Wording<AuditExportRefusal> = {
  'zh-CN': {
    'too-many-entries-for-workbook':
      '符合条件的有 {count} 条，Excel 文件最多放 {most} 条；请缩短时间范围，或改选 CSV 文件。',
  },
  en: {
    'too-many-entries-for-workbook':
      '{count} entries fit, and a workbook holds {most} at most; choose fewer days, or CSV.',
  },
}

/** The columns of the log as it is exported, in their order. */
export const auditColumns = [
  'at',
  'person',
  'role',
  'actingUnit',
  'action',
  'actionCode',
  'outcome',
  'subject',
  'targetPerson',
  'targetUnit',
  'detail',
  'seal',
  'id',
] as const
export type AuditColumn = (typeof auditColumns)[number]

export const auditColumnWords: Wording<AuditColumn> = {
  'zh-CN': {
    at: '时间（北京时间）',
    person: '办理人',
    role: '当时身份',
    actingUnit: '身份所在单位',
    action: '办了什么',
    actionCode: '事项代码',
    outcome: '结果',
    subject: '涉及的角色或职务',
    targetPerson: '涉及人员',
    targetUnit: '涉及单位',
    detail: '细节',
    seal: '封存批次',
    id: '记录编号',
  },
  en: {
    at: 'When (Beijing time)',
    person: 'By',
    role: 'In the role of',
    actingUnit: 'Role held at',
    action: 'What',
    actionCode: 'Action',
    outcome: 'Outcome',
    subject: 'Role or post concerned',
    targetPerson: 'Person concerned',
    targetUnit: 'Unit concerned',
    detail: 'Detail',
    seal: 'Seal',
    id: 'Entry',
  },
}

export type AuditOutcome = 'done' | 'refused' | 'by-command'

export const auditOutcomeWords: Wording<AuditOutcome> = {
  'zh-CN': { done: '已办', refused: '未办成', 'by-command': '命令行办理' },
  en: { done: 'done', refused: 'not done', 'by-command': 'by command line' },
}
