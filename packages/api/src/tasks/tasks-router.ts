import { acceptAssignment } from './accept-assignment.ts'
import { acceptPart } from './accept-part.ts'
import { attachEvidence } from './attach-evidence.ts'
import { changeTask } from './change-task.ts'
import { closeAssignment } from './close-assignment.ts'
import { createWorkPlan } from './create-work-plan.ts'
import { draftTask } from './draft-task.ts'
import { dropTask } from './drop-task.ts'
import { dropWorkPlan } from './drop-work-plan.ts'
import { exportTaskAssignments } from './export-task-assignments.ts'
import { extendAssignments } from './extend-assignments.ts'
import { extendTask } from './extend-task.ts'
import { findTasks } from './find-tasks.ts'
import { finishPart } from './finish-part.ts'
import { givePart } from './give-part.ts'
import { giveTask } from './give-task.ts'
import { listAssignments } from './list-assignments.ts'
import { listParts } from './list-parts.ts'
import { listReturnReasons } from './list-return-reasons.ts'
import { listSubmitted } from './list-submitted.ts'
import { listTaskAssignments } from './list-task-assignments.ts'
import { listWorkPlans } from './list-work-plans.ts'
import { previewPublication } from './preview-publication.ts'
import { previewReach } from './preview-reach.ts'
import { publishWorkPlan } from './publish-work-plan.ts'
import { readWorkPoints } from './read-work-points.ts'
import { recallAssignment } from './recall-assignment.ts'
import { remindAssignments } from './remind-assignments.ts'
import { reportProgress } from './report-progress.ts'
import { returnAssignment } from './return-assignment.ts'
import { returnPart } from './return-part.ts'
import { saveWorkPlan } from './save-work-plan.ts'
import { showAssignment } from './show-assignment.ts'
import { showDesk } from './show-desk.ts'
import { showTask } from './show-task.ts'
import { showWorkPlan } from './show-work-plan.ts'
import { submitAssignment } from './submit-assignment.ts'
import { withdrawAssignments } from './withdraw-assignments.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'
import { withdrawPart } from './withdraw-part.ts'
import { withdrawTask } from './withdraw-task.ts'
import { router } from '../trpc.ts'

export const tasksRouter = router({
  acceptAssignment,
  acceptPart,
  attachEvidence,
  changeTask,
  closeAssignment,
  createWorkPlan,
  draftTask,
  dropTask,
  dropWorkPlan,
  exportTaskAssignments,
  extendAssignments,
  extendTask,
  findTasks,
  finishPart,
  givePart,
  giveTask,
  listAssignments,
  listParts,
  listReturnReasons,
  listSubmitted,
  listTaskAssignments,
  listWorkPlans,
  previewPublication,
  previewReach,
  publishWorkPlan,
  readWorkPoints,
  recallAssignment,
  remindAssignments,
  reportProgress,
  returnAssignment,
  returnPart,
  saveWorkPlan,
  showAssignment,
  showDesk,
  showTask,
  showWorkPlan,
  submitAssignment,
  withdrawAssignments,
  withdrawEvidence,
  withdrawPart,
  withdrawTask,
})
