import type { PersonId, UnitId } from '@dangjian/domain/access'
import type {
  AssignmentId,
  AssignmentPartId,
  ClauseId,
  EvidenceId,
  Task,
  TaskId,
  WorkPlan,
  WorkPlanId,
} from '@dangjian/domain/tasks'
import { insertTask } from '@dangjian/db/tasks/task-store'
import { insertWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import type { Db } from '@dangjian/db/database'
import { newTwinId, type Twin, type TwinSite } from './twin.ts'

const NOW = Date.parse('2026-11-20T00:00:00Z')

/** The association's plan of the year with one clause: everybody's tasks answer it. */
export async function addPlanTwins(tx: Db, associationId: UnitId, by: PersonId): Promise<Record<string, Twin>> {
  const [planId, clauseId] = [newTwinId<WorkPlanId>(), newTwinId<ClauseId>()]
  const clause = { id: clauseId, text: '办好讲座。', start: 0, end: 5 }
  const plan: WorkPlan = {
    id: planId,
    year: 2026,
    title: '年度工作要点',
    sourceText: '办好讲座。',
    outline: {
      preamble: '',
      sections: [
        {
          number: '一',
          title: '服务',
          start: 0,
          end: 5,
          items: [{ number: 1, title: '办好讲座', start: 0, end: 5, clauses: [clause] }],
        },
      ],
    },
    state: 'published',
    publishedAt: NOW,
    rev: 1,
    updatedAt: NOW,
  }
  await insertWorkPlan(tx, plan, by)
  return {
    WorkPlanId: { id: planId, unitId: associationId },
    ClauseId: { id: clauseId, unitId: associationId },
  }
}

/** A task of the society's own with its assignment, and for each unit beneath a part with evidence. */
export async function addTaskTwins(
  tx: Db,
  site: TwinSite,
  shared: Readonly<Record<string, Twin>>,
  above: Readonly<Record<string, Twin>>,
): Promise<Record<string, Twin>> {
  const { unitId, societyId, associationId, canary, personId } = site
  if (unitId === associationId) return { TaskId: { id: await addTask(tx, site, shared), unitId: associationId } }
  const assignmentId = (above.AssignmentId?.id ?? newTwinId()) as AssignmentId
  const taskId = (above.TaskId?.id ?? (await addTask(tx, site, shared))) as TaskId
  if (!above.AssignmentId) {
    await tx
      .insertInto('assignment')
      .values({
        id: assignmentId,
        unitId: societyId,
        taskId,
        state: 'accepted',
        dueOn: '2026-12-31',
        rev: 1,
        stateAt: NOW,
        movedAt: NOW,
      })
      .execute()
    await tx
      .insertInto('assignmentEvent')
      .values({
        id: newTwinId(),
        assignmentId,
        at: NOW,
        kind: 'reported',
        personId,
        actingUnitId: societyId,
        text: canary,
        detail: '{}',
      })
      .execute()
  }
  const [partId, evidenceId] = [newTwinId<AssignmentPartId>(), newTwinId<EvidenceId>()]
  await tx
    .insertInto('assignmentPart')
    .values({
      id: partId,
      unitId,
      assignmentId,
      personId,
      title: `${canary}分工`,
      dueOn: '2026-12-15',
      state: 'given',
      report: canary,
      movedAt: NOW,
    })
    .execute()
  await tx
    .insertInto('evidence')
    .values({
      id: evidenceId,
      assignmentId,
      requirementKey: null,
      text: `${canary}纪实`,
      fileId: null,
      attachedBy: personId,
      attachedAt: NOW,
      withdrawnAt: null,
    })
    .execute()
  return {
    TaskId: { id: taskId, unitId: associationId },
    AssignmentId: { id: assignmentId, unitId: societyId },
    AssignmentPartId: { id: partId, unitId: societyId },
    EvidenceId: { id: evidenceId, unitId: societyId },
  }
}

async function addTask(tx: Db, site: TwinSite, shared: Readonly<Record<string, Twin>>): Promise<TaskId> {
  const task: Task = {
    id: newTwinId<TaskId>(),
    workPlanId: shared.WorkPlanId?.id as WorkPlanId,
    title: `${site.canary}讲座任务`,
    kind: 'study',
    clauseIds: [shared.ClauseId?.id as ClauseId],
    audience: { kind: 'chosen', unitIds: [site.societyId] },
    dueOn: '2026-12-31',
    evidence: [],
    training: null,
    state: 'published',
    rev: 1,
    publishedAt: NOW,
  }
  await insertTask(tx, task, { personId: site.personId, at: NOW })
  return task.id
}
