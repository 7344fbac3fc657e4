import type { Services } from '@dangjian/api/context'
import { localDateOf, type FileId, type Instant, type PersonId } from '@dangjian/domain/access'
import {
  stepAssignment,
  type Assignment,
  type AssignmentAction,
  type Evidence,
  type EvidenceId,
  type Task,
  type TimelineKind,
} from '@dangjian/domain/tasks'
import type { FileTable } from '@dangjian/db/access/tables'
import type { AssignmentEventTable } from '@dangjian/db/tasks/tables'
import { contentFor, demoFile, type DemoContent } from './assignment-evidence.ts'
import { idAt } from './id-at.ts'
import type { DemoSociety } from './organisation-society.ts'
import type { SeededRandom } from './random.ts'
import { inWorkingHours } from './working-day.ts'

const DAY = 86_400_000

/** How far a society has come with an assignment. */
export type Fate = 'untouched' | 'working' | 'submitted' | 'returned' | 'closed'

/** Rows as they would stand had the society and its reviewer gone through the procedures, for writing all at once. */
export interface HistoryRows {
  readonly assignments: Assignment[]
  readonly events: AssignmentEventTable[]
  readonly evidence: Evidence[]
  readonly files: FileTable[]
}

interface HistoryOptions {
  readonly services: Services
  readonly random: SeededRandom
  readonly contents: readonly DemoContent[]
  readonly reviewerId: PersonId
  readonly reviewerUnitId: DemoSociety['id']
}

/** Draws what happened to one assignment, step by step through the rules of its life. */
export function drawHistory(
  rows: HistoryRows,
  { services, random, contents, reviewerId, reviewerUnitId }: HistoryOptions,
  work: { readonly assignment: Assignment; readonly task: Task; readonly society: DemoSociety; readonly fate: Fate },
): void {
  const { task, society, fate } = work
  if (fate === 'untouched') return
  let { assignment } = work
  const now = services.clock()
  const cadre = society.cadreIds[0] ?? society.secretaryId
  // All that happened fits between its giving and its day, or now.
  const end = Math.min(now - DAY, Date.parse(`${assignment.dueOn}T06:00:00Z`))
  const span = Math.max(DAY, end - assignment.stateAt)
  const given = assignment.stateAt
  let drawn = given
  let at = given
  const moveTo = (instant: Instant): void => {
    drawn = instant
    at = Math.max(given, inWorkingHours(drawn, now))
  }
  const later = (share: number): void =>
    moveTo(Math.min(now - 3_600_000, Math.max(drawn + 3_600_000, given + Math.round(span * share))))
  const tell = (kind: TimelineKind, by: PersonId, text = '', detail: object = {}): void => {
    const actingUnitId = by === reviewerId ? reviewerUnitId : society.id
    rows.events.push({
      id: idAt(at),
      assignmentId: assignment.id,
      at,
      kind,
      personId: by,
      actingUnitId,
      text,
      detail: JSON.stringify(detail),
    })
  }
  const step = (action: AssignmentAction): void => {
    const decision = stepAssignment(assignment, action, at)
    if (!decision.ok) throw new Error(`The demo takes a step that is not possible: ${action}`)
    assignment = decision.value
  }
  later(0.08 + random.next() * 0.2)
  step('accept')
  tell('accepted', cadre)
  if (random.chance(0.7)) {
    later(0.4)
    tell('reported', cadre, random.pick(REPORTS))
  }
  const complete = fate !== 'working'
  for (const requirement of task.evidence) {
    if (!complete && random.chance(0.6)) continue
    later(0.6)
    const content = contentFor(contents, requirement.label, random.next())
    const fileId = requirement.kind === 'file' ? idAt<FileId>(at) : null
    if (fileId) rows.files.push(demoFile(content, { id: fileId, unitId: society.id, by: cadre, at }))
    rows.evidence.push({
      id: idAt<EvidenceId>(at),
      assignmentId: assignment.id,
      requirementKey: requirement.key,
      text: fileId ? '' : random.pick(SUMMARIES),
      fileId,
      attachedBy: cadre,
      attachedAt: at,
      withdrawnAt: null,
    })
    tell('evidence-attached', cadre, '', {
      requirement: requirement.label,
      ...(fileId ? { fileNames: [content.name] } : {}),
    })
  }
  // What still waits for somebody came in lately.
  const lately = (days: number): void => moveTo(Math.max(drawn + 600_000, now - Math.round(days * DAY)))
  if (complete) {
    if (fate === 'closed') later(0.8)
    else lately(random.next() * 8 + (fate === 'returned' ? 3 : 0.1))
    step('submit')
    tell('submitted', society.secretaryId, random.pick(SUBMISSIONS))
  }
  if (fate === 'returned' || (fate === 'closed' && random.chance(0.12))) {
    if (fate === 'closed') later(0.88)
    else lately(random.next() * 2 + 0.2)
    step('return')
    tell('returned', reviewerId, random.pick(REASONS))
  }
  if (fate === 'closed') {
    if (assignment.state === 'returned') {
      later(0.94)
      step('submit')
      tell('submitted', society.secretaryId, '已按要求补充，请审核。')
    }
    later(1)
    step('close')
    tell('closed', reviewerId)
  }
  rows.assignments.push({ ...assignment, movedAt: at })
}

/** A likely fate: what was due long ago is mostly closed, what is due later mostly not begun; some are slow. */
export function drawFate(random: SeededRandom, dueOn: string, now: Instant, diligence: number): Fate {
  const days = (Date.parse(dueOn) - Date.parse(localDateOf(now))) / DAY
  const draw = random.next()
  if (days < -70) return draw < 0.96 + diligence * 0.04 ? 'closed' : 'working'
  if (days < -25) return draw < 0.82 + diligence * 0.17 ? 'closed' : draw < 0.985 ? 'working' : 'returned'
  if (days < 0) return draw < 0.4 + diligence * 0.45 ? 'closed' : draw < 0.93 ? 'working' : 'returned'
  if (days < 21) return draw < diligence * 0.4 ? 'closed' : draw < 0.45 + diligence * 0.5 ? 'working' : 'untouched'
  return draw < diligence * 0.12 ? 'closed' : draw < diligence * 0.75 ? 'working' : 'untouched'
}

export const REASONS = [
  '请补充参加人数和签到情况。',
  '材料与任务要求对不上，请按要求的名称分别上传。',
  '照片看不清时间和主题，请换一张。',
  '请写明下一步措施和完成时间。',
]
const REPORTS = [
  '已列入党委会议题，明确由办事机构党支部牵头。',
  '已组织一次集中学习，正在汇总材料。',
  '各工作小组已分头开展，预计下周收齐情况。',
  '已完成大部分，尚有两个分支机构在补充。',
]
const SUMMARIES = [
  '集中学习两次，参加 24 人次；围绕服务会员提出意见 11 条，已逐条落实到人。',
  '学会党委专题研究一次，办事机构党支部和 3 个工作小组分别讨论，形成书面意见并已通报。',
  '开展主题活动一次，32 人参加，收集会员诉求 9 件，已办结 7 件，其余明确了办理期限。',
  '对照要求逐项自查，发现 2 个薄弱环节，已制定改进措施并明确完成时间。',
]
const SUBMISSIONS = ['材料已齐，请审核。', '已按要求完成，请审核。', '本项工作已办完，附情况说明和佐证材料。', '']
