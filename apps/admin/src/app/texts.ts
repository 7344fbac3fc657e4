import { startTexts, useTextsIn, type Say } from '@dangjian/door/texts'
import { accountsTexts } from '../access/accounts-texts.ts'
import { auditTexts } from '../access/audit-texts.ts'
import { accessTexts } from '../access/texts.ts'
import { electionCourseTexts } from '../organisation/election-course-texts.ts'
import { electionTexts } from '../organisation/election-texts.ts'
import { importTexts } from '../organisation/import-texts.ts'
import { organisationTexts } from '../organisation/organisation-texts.ts'
import { personActTexts } from '../organisation/person-act-texts.ts'
import { unitActTexts } from '../organisation/unit-act-texts.ts'
import { unitTexts } from '../organisation/unit-texts.ts'
import { panoramaTexts } from '../panorama/panorama-texts.ts'
import { assignmentTexts } from '../tasks/assignment-texts.ts'
import { deskTexts } from '../tasks/desk-texts.ts'
import { newPlanTexts } from '../tasks/new-plan-texts.ts'
import { partTexts } from '../tasks/part-texts.ts'
import { planTexts } from '../tasks/plan-texts.ts'
import { reviewTexts } from '../tasks/review-texts.ts'
import { taskActTexts } from '../tasks/task-act-texts.ts'
import { taskTexts } from '../tasks/task-texts.ts'
import { learnerTexts } from '../training/learner-texts.ts'
import { progressTexts } from '../training/progress-texts.ts'
import { frameTexts } from './frame-texts.ts'
import { ownTexts } from './own-texts.ts'

/** The table of contents of all phrases, by namespace. */
const catalogues = {
  frame: frameTexts,
  access: accessTexts,
  organisation: organisationTexts,
  election: electionTexts,
  electionCourse: electionCourseTexts,
  unit: unitTexts,
  unitActs: unitActTexts,
  personActs: personActTexts,
  societyImport: importTexts,
  accounts: accountsTexts,
  audit: auditTexts,
  assignments: assignmentTexts,
  desk: deskTexts,
  parts: partTexts,
  review: reviewTexts,
  newPlan: newPlanTexts,
  plans: planTexts,
  tasks: taskTexts,
  taskActs: taskActTexts,
  panorama: panoramaTexts,
  progress: progressTexts,
  learner: learnerTexts,
}

startTexts({ ...catalogues, door: ownTexts })

/** The phrases of a namespace: `const t = useTexts('plans')`, then `t('list.title')` or `t('list.clauses', { count: 3 })`. */
export function useTexts<N extends keyof typeof catalogues>(namespace: N): Say<(typeof catalogues)[N]['zh-CN']> {
  return useTextsIn(namespace)
}
