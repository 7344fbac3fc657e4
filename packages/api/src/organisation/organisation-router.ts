import { activateUnit } from './activate-unit.ts'
import { applyUnit } from './apply-unit.ts'
import { approveException } from './approve-exception.ts'
import { approveUnit } from './approve-unit.ts'
import { assignPost } from './assign-post.ts'
import { changeAffiliation } from './change-affiliation.ts'
import { confirmElection } from './confirm-election.ts'
import { confirmSocietyImport } from './confirm-society-import.ts'
import { conveneElection } from './convene-election.ts'
import { correctPerson } from './correct-person.ts'
import { decideUnit } from './decide-unit.ts'
import { dissolveUnit } from './dissolve-unit.ts'
import { endPost } from './end-post.ts'
import { exportSocieties } from './export-societies.ts'
import { exportWrongLines } from './export-wrong-lines.ts'
import { findImportHindrance } from './find-import-hindrance.ts'
import { foundSociety } from './found-society.ts'
import { foundUnit } from './found-unit.ts'
import { joinUnit } from './join-unit.ts'
import { leaveUnit } from './leave-unit.ts'
import { listElectionCourses } from './list-election-courses.ts'
import { listElectionsDue } from './list-elections-due.ts'
import { countPeople } from './count-people.ts'
import { listPeople } from './list-people.ts'
import { listSocieties } from './list-societies.ts'
import { listSocietyImports } from './list-society-imports.ts'
import { listVacantPosts } from './list-vacant-posts.ts'
import { matchSocietyColumns } from './match-society-columns.ts'
import { meetElection } from './meet-election.ts'
import { mergeUnit } from './merge-unit.ts'
import { moveUnit } from './move-unit.ts'
import { previewSocietyImport } from './preview-society-import.ts'
import { recordElection } from './record-election.ts'
import { rejectElection } from './reject-election.ts'
import { rejectUnit } from './reject-unit.ts'
import { renameUnit } from './rename-unit.ts'
import { replyElection } from './reply-election.ts'
import { requestElection } from './request-election.ts'
import { resumeUnit } from './resume-unit.ts'
import { search } from './search.ts'
import { showCoverage } from './show-coverage.ts'
import { showElectionCourse } from './show-election-course.ts'
import { showUnit } from './show-unit.ts'
import { suspendUnit } from './suspend-unit.ts'
import { undoSocietyImport } from './undo-society-import.ts'
import { vetElection } from './vet-election.ts'
import { withdrawElectionStep } from './withdraw-election-step.ts'
import { router } from '../trpc.ts'

export const organisationRouter = router({
  activateUnit,
  approveException,
  changeAffiliation,
  correctPerson,
  exportSocieties,
  exportWrongLines,
  foundSociety,
  listSocietyImports,
  findImportHindrance,
  listVacantPosts,
  matchSocietyColumns,
  moveUnit,
  renameUnit,
  applyUnit,
  approveUnit,
  decideUnit,
  assignPost,
  confirmSocietyImport,
  dissolveUnit,
  endPost,
  foundUnit,
  joinUnit,
  leaveUnit,
  listElectionsDue,
  countPeople,
  listPeople,
  listSocieties,
  mergeUnit,
  previewSocietyImport,
  recordElection,
  rejectUnit,
  resumeUnit,
  search,
  showCoverage,
  showUnit,
  suspendUnit,
  undoSocietyImport,
  confirmElection,
  conveneElection,
  listElectionCourses,
  meetElection,
  rejectElection,
  replyElection,
  requestElection,
  showElectionCourse,
  vetElection,
  withdrawElectionStep,
})
