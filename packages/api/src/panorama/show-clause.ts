import { z } from 'zod'
import { Instant, LocalDate, UnitId } from '@dangjian/domain/access'
import { countOf, sumWork } from '@dangjian/domain/panorama'
import { AssignmentId, ClauseId, EvidenceId, TaskId, TaskKind } from '@dangjian/domain/tasks'
import { CourseId } from '@dangjian/domain/training'
import { countLearning } from '@dangjian/db/panorama/learning-store'
import { listEvidenceOfTasks, listWorkInScope } from '@dangjian/db/panorama/work-store'
import { findCourseTitles } from '@dangjian/db/panorama/course-title'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { findWorkPlan, listClauses } from '@dangjian/db/tasks/work-plan-store'
import { notFound, query } from '../trpc.ts'
import { findPlanInView } from './plan-in-view.ts'

const EVIDENCE_SHOWN = 20

/** A clause and everything that answers it: its tasks, the societies' work, their evidence, the training (溯源). */
export const showClause = query({
  permission: 'panorama.show-clause',
  input: z.strictObject({ unitId: UnitId, clauseId: ClauseId }),
  output: z.strictObject({
    year: z.int(),
    section: z.strictObject({ number: z.string(), title: z.string() }),
    item: z.strictObject({ index: z.int(), number: z.int(), title: z.string() }),
    text: z.string(),
    tasks: z.array(
      z.strictObject({
        id: TaskId,
        title: z.string(),
        kind: TaskKind,
        dueOn: LocalDate,
        total: z.int(),
        closed: z.int(),
        overdue: z.int(),
        training: z
          .strictObject({ courseId: CourseId, courseTitle: z.string(), concerned: z.int(), passed: z.int() })
          .nullable(),
      }),
    ),
    evidence: z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          id: EvidenceId,
          assignmentId: AssignmentId,
          taskId: TaskId,
          unitName: z.string(),
          fileName: z.string().nullable(),
          text: z.string(),
          attachedAt: Instant,
        }),
      ),
    }),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input: { unitId, clauseId }, today }) => {
    const [clause] = await listClauses(db, [clauseId])
    const plan = clause && (await findWorkPlan(db, clause.workPlanId))
    const view = plan && (await findPlanInView(db, plan.year, today))
    const place = view?.items.find(({ item }) => item.clauses.some(({ id }) => id === clauseId))
    const section = view?.plan.outline.sections[place?.sectionIndex ?? -1]
    if (!clause || !view || !place || !section) notFound()
    const tasks = view.tasks.filter((task) => task.clauseIds.includes(clauseId))
    const scope = { beneath: unitId, taskIds: tasks.map(({ id }) => id) }
    const counts = (await listWorkInScope(db, scope)).map((row) => ({ ...row, ...countOf(row, today) }))
    const titles = await findCourseTitles(
      db,
      tasks.flatMap(({ training }) => (training ? [training.courseId] : [])),
    )
    const unit = await findUnit(db, unitId)
    // A society reads the tasks that it was given; what others were given is theirs to read.
    const given = tasks.filter(({ id }) => unit?.kind === 'association' || counts.some(({ taskId }) => taskId === id))
    const rows = []
    for (const task of given) {
      const { total, closed, overdue } = sumWork(counts.filter(({ taskId }) => taskId === task.id))
      const learning = task.training ? await countLearning(db, { beneath: unitId, taskIds: [task.id], day: today }) : []
      const sum = (figure: 'concerned' | 'passed'): number => learning.reduce((all, each) => all + each[figure], 0)
      rows.push({
        id: task.id,
        title: task.title,
        kind: task.kind,
        dueOn: task.dueOn,
        total,
        closed,
        overdue,
        training: task.training && {
          courseId: task.training.courseId,
          courseTitle: titles.get(task.training.courseId) ?? '',
          concerned: sum('concerned'),
          passed: sum('passed'),
        },
      })
    }
    return {
      year: view.plan.year,
      section: { number: section.number, title: section.title },
      item: { index: place.index, number: place.item.number, title: place.item.title },
      text: clause.text,
      tasks: rows,
      evidence: await listEvidenceOfTasks(db, scope, EVIDENCE_SHOWN),
    }
  },
})
