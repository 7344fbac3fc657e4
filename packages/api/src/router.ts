import { changePassword } from './access/change-password.ts'
import { choosePassword } from './access/choose-password.ts'
import { chooseActingGrant } from './access/choose-acting-grant.ts'
import { drawSecondFactor } from './access/draw-second-factor.ts'
import { enrolSecondFactor } from './access/enrol-second-factor.ts'
import { removeSecondFactor } from './access/remove-second-factor.ts'
import { showSecondFactor } from './access/show-second-factor.ts'
import { findGrantableUnits } from './access/find-grantable-units.ts'
import { grantRole } from './access/grant-role.ts'
import { listRoleGrants } from './access/list-role-grants.ts'
import { listSessions } from './access/list-sessions.ts'
import { resetPassword } from './access/reset-password.ts'
import { revokeRole } from './access/revoke-role.ts'
import { revokeSession } from './access/revoke-session.ts'
import { session } from './access/session.ts'
import { signIn } from './access/sign-in.ts'
import { signOut } from './access/sign-out.ts'
import { createAccount } from './access/create-account.ts'
import { disableAccount } from './access/disable-account.ts'
import { enableAccount } from './access/enable-account.ts'
import { findPeopleWithoutAccount } from './access/find-people-without-account.ts'
import { listAccounts } from './access/list-accounts.ts'
import { listAuditEntries } from './access/list-audit-entries.ts'
import { activateUnit } from './organisation/activate-unit.ts'
import { approveException } from './organisation/approve-exception.ts'
import { changeAffiliation } from './organisation/change-affiliation.ts'
import { correctPerson } from './organisation/correct-person.ts'
import { exportSocieties } from './organisation/export-societies.ts'
import { exportWrongLines } from './organisation/export-wrong-lines.ts'
import { foundSociety } from './organisation/found-society.ts'
import { listSocietyImports } from './organisation/list-society-imports.ts'
import { listVacantPosts } from './organisation/list-vacant-posts.ts'
import { matchSocietyColumns } from './organisation/match-society-columns.ts'
import { moveUnit } from './organisation/move-unit.ts'
import { renameUnit } from './organisation/rename-unit.ts'
import { applyUnit } from './organisation/apply-unit.ts'
import { approveUnit } from './organisation/approve-unit.ts'
import { assignPost } from './organisation/assign-post.ts'
import { confirmSocietyImport } from './organisation/confirm-society-import.ts'
import { decideUnit } from './organisation/decide-unit.ts'
import { dissolveUnit } from './organisation/dissolve-unit.ts'
import { endPost } from './organisation/end-post.ts'
import { foundUnit } from './organisation/found-unit.ts'
import { joinUnit } from './organisation/join-unit.ts'
import { leaveUnit } from './organisation/leave-unit.ts'
import { listElectionsDue } from './organisation/list-elections-due.ts'
import { listPeople } from './organisation/list-people.ts'
import { listSocieties } from './organisation/list-societies.ts'
import { mergeUnit } from './organisation/merge-unit.ts'
import { previewSocietyImport } from './organisation/preview-society-import.ts'
import { recordElection } from './organisation/record-election.ts'
import { rejectUnit } from './organisation/reject-unit.ts'
import { resumeUnit } from './organisation/resume-unit.ts'
import { search } from './organisation/search.ts'
import { showCoverage } from './organisation/show-coverage.ts'
import { showUnit } from './organisation/show-unit.ts'
import { suspendUnit } from './organisation/suspend-unit.ts'
import { undoSocietyImport } from './organisation/undo-society-import.ts'
import { listHours } from './panorama/list-hours.ts'
import { listLearners } from './panorama/list-learners.ts'
import { listPartWork } from './panorama/list-part-work.ts'
import { listWork } from './panorama/list-work.ts'
import { showClause } from './panorama/show-clause.ts'
import { showPanorama } from './panorama/show-panorama.ts'
import { acceptAssignment } from './tasks/accept-assignment.ts'
import { acceptPart } from './tasks/accept-part.ts'
import { attachEvidence } from './tasks/attach-evidence.ts'
import { changeTask } from './tasks/change-task.ts'
import { closeAssignment } from './tasks/close-assignment.ts'
import { createWorkPlan } from './tasks/create-work-plan.ts'
import { draftTask } from './tasks/draft-task.ts'
import { dropTask } from './tasks/drop-task.ts'
import { dropWorkPlan } from './tasks/drop-work-plan.ts'
import { exportTaskAssignments } from './tasks/export-task-assignments.ts'
import { extendAssignments } from './tasks/extend-assignments.ts'
import { extendTask } from './tasks/extend-task.ts'
import { findTasks } from './tasks/find-tasks.ts'
import { finishPart } from './tasks/finish-part.ts'
import { givePart } from './tasks/give-part.ts'
import { giveTask } from './tasks/give-task.ts'
import { listAssignments } from './tasks/list-assignments.ts'
import { listParts } from './tasks/list-parts.ts'
import { listReturnReasons } from './tasks/list-return-reasons.ts'
import { listSubmitted } from './tasks/list-submitted.ts'
import { listTaskAssignments } from './tasks/list-task-assignments.ts'
import { listWorkPlans } from './tasks/list-work-plans.ts'
import { previewPublication } from './tasks/preview-publication.ts'
import { previewReach } from './tasks/preview-reach.ts'
import { publishWorkPlan } from './tasks/publish-work-plan.ts'
import { readWorkPoints } from './tasks/read-work-points.ts'
import { recallAssignment } from './tasks/recall-assignment.ts'
import { remindAssignments } from './tasks/remind-assignments.ts'
import { reportProgress } from './tasks/report-progress.ts'
import { returnAssignment } from './tasks/return-assignment.ts'
import { returnPart } from './tasks/return-part.ts'
import { saveWorkPlan } from './tasks/save-work-plan.ts'
import { showAssignment } from './tasks/show-assignment.ts'
import { showDesk } from './tasks/show-desk.ts'
import { showTask } from './tasks/show-task.ts'
import { showWorkPlan } from './tasks/show-work-plan.ts'
import { submitAssignment } from './tasks/submit-assignment.ts'
import { withdrawAssignments } from './tasks/withdraw-assignments.ts'
import { withdrawEvidence } from './tasks/withdraw-evidence.ts'
import { withdrawPart } from './tasks/withdraw-part.ts'
import { withdrawTask } from './tasks/withdraw-task.ts'
import { addQuestion } from './training/add-question.ts'
import { confirmQuestionImport } from './training/confirm-question-import.ts'
import { createBank } from './training/create-bank.ts'
import { createCourse } from './training/create-course.ts'
import { findLikenesses } from './training/find-likenesses.ts'
import { listBanks } from './training/list-banks.ts'
import { listCourses } from './training/list-courses.ts'
import { listCourseVersions } from './training/list-course-versions.ts'
import { listDraftHistory } from './training/list-draft-history.ts'
import { listQuestions } from './training/list-questions.ts'
import { previewPublish } from './training/preview-publish.ts'
import { previewQuestionImport } from './training/preview-question-import.ts'
import { previewQuiz } from './training/preview-quiz.ts'
import { publishCourse } from './training/publish-course.ts'
import { reinstateQuestion } from './training/reinstate-question.ts'
import { restoreDraft } from './training/restore-draft.ts'
import { retireQuestion } from './training/retire-question.ts'
import { saveCourseDraft } from './training/save-course-draft.ts'
import { saveQuestion } from './training/save-question.ts'
import { showBank } from './training/show-bank.ts'
import { showCourseDraft } from './training/show-course-draft.ts'
import { showQuestion } from './training/show-question.ts'
import { showQuestionTemplate } from './training/show-question-template.ts'
import { showVersionDifference } from './training/show-version-difference.ts'
import { withdrawCourse } from './training/withdraw-course.ts'
import { closeAttempt } from './training/close-attempt.ts'
import { enrol } from './training/enrol.ts'
import { correctHours } from './training/correct-hours.ts'
import { grantExtraTime } from './training/grant-extra-time.ts'
import { reissueCertificate } from './training/reissue-certificate.ts'
import { revokeCertificate } from './training/revoke-certificate.ts'
import { showLearnerRecord } from './training/show-learner-record.ts'
import { withdrawExtraTime } from './training/withdraw-extra-time.ts'
import { exportMyData } from './training/export-my-data.ts'
import { finishLesson } from './training/finish-lesson.ts'
import { listCertificates } from './training/list-certificates.ts'
import { listCourseLearners } from './training/list-course-learners.ts'
import { listMyExams } from './training/list-my-exams.ts'
import { listOpenCourses } from './training/list-open-courses.ts'
import { openPlay } from './training/open-play.ts'
import { recordPosition } from './training/record-position.ts'
import { reportPlay } from './training/report-play.ts'
import { saveAnswer } from './training/save-answer.ts'
import { showAttempt } from './training/show-attempt.ts'
import { showCertificate } from './training/show-certificate.ts'
import { showCourse } from './training/show-course.ts'
import { showHome } from './training/show-home.ts'
import { showHours } from './training/show-hours.ts'
import { showLesson } from './training/show-lesson.ts'
import { showResult } from './training/show-result.ts'
import { startAttempt } from './training/start-attempt.ts'
import { takeOverAttempt } from './training/take-over-attempt.ts'
import { verifyCertificate } from './training/verify-certificate.ts'
import { router } from './trpc.ts'

/** The table of contents: every procedure there is, by wing. */
export const appRouter = router({
  access: router({
    changePassword,
    choosePassword,
    chooseActingGrant,
    drawSecondFactor,
    enrolSecondFactor,
    findGrantableUnits,
    grantRole,
    listRoleGrants,
    listSessions,
    removeSecondFactor,
    resetPassword,
    showSecondFactor,
    revokeRole,
    revokeSession,
    createAccount,
    disableAccount,
    enableAccount,
    findPeopleWithoutAccount,
    listAccounts,
    listAuditEntries,
    session,
    signIn,
    signOut,
  }),
  organisation: router({
    activateUnit,
    approveException,
    changeAffiliation,
    correctPerson,
    exportSocieties,
    exportWrongLines,
    foundSociety,
    listSocietyImports,
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
  }),
  tasks: router({
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
  }),
  panorama: router({ listHours, listLearners, listPartWork, listWork, showClause, showPanorama }),
  training: router({
    closeAttempt,
    enrol,
    exportMyData,
    showLearnerRecord,
    revokeCertificate,
    reissueCertificate,
    correctHours,
    grantExtraTime,
    withdrawExtraTime,
    finishLesson,
    listCertificates,
    listCourseLearners,
    listMyExams,
    listOpenCourses,
    openPlay,
    recordPosition,
    reportPlay,
    saveAnswer,
    showAttempt,
    showCertificate,
    showCourse,
    showHome,
    showHours,
    showLesson,
    showResult,
    startAttempt,
    takeOverAttempt,
    verifyCertificate,
    addQuestion,
    confirmQuestionImport,
    createBank,
    createCourse,
    findLikenesses,
    listBanks,
    listCourses,
    listCourseVersions,
    listDraftHistory,
    listQuestions,
    previewPublish,
    previewQuestionImport,
    previewQuiz,
    publishCourse,
    reinstateQuestion,
    restoreDraft,
    retireQuestion,
    saveCourseDraft,
    saveQuestion,
    showBank,
    showCourseDraft,
    showQuestion,
    showQuestionTemplate,
    showVersionDifference,
    withdrawCourse,
  }),
})

export type AppRouter = typeof appRouter
