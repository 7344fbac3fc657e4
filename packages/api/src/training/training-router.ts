import { addQuestion } from './add-question.ts'
import { closeAttempt } from './close-attempt.ts'
import { confirmQuestionImport } from './confirm-question-import.ts'
import { correctHours } from './correct-hours.ts'
import { countCourseLearners } from './count-course-learners.ts'
import { createBank } from './create-bank.ts'
import { createCourse } from './create-course.ts'
import { enrol } from './enrol.ts'
import { exportMyData } from './export-my-data.ts'
import { findLikenesses } from './find-likenesses.ts'
import { finishLesson } from './finish-lesson.ts'
import { grantExtraTime } from './grant-extra-time.ts'
import { listAskedCourses } from './list-asked-courses.ts'
import { listBanks } from './list-banks.ts'
import { listCertificates } from './list-certificates.ts'
import { listCourseLearners } from './list-course-learners.ts'
import { listCourseVersions } from './list-course-versions.ts'
import { listCourses } from './list-courses.ts'
import { listDraftHistory } from './list-draft-history.ts'
import { listMyExams } from './list-my-exams.ts'
import { listOpenCourses } from './list-open-courses.ts'
import { listQuestions } from './list-questions.ts'
import { openPlay } from './open-play.ts'
import { previewPublish } from './preview-publish.ts'
import { previewQuestionImport } from './preview-question-import.ts'
import { previewQuiz } from './preview-quiz.ts'
import { publishCourse } from './publish-course.ts'
import { recordPosition } from './record-position.ts'
import { reinstateQuestion } from './reinstate-question.ts'
import { reissueCertificate } from './reissue-certificate.ts'
import { reportPlay } from './report-play.ts'
import { restoreDraft } from './restore-draft.ts'
import { retireQuestion } from './retire-question.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { saveAnswer } from './save-answer.ts'
import { saveCourseDraft } from './save-course-draft.ts'
import { saveQuestion } from './save-question.ts'
import { showAttempt } from './show-attempt.ts'
import { showBank } from './show-bank.ts'
import { showCertificate } from './show-certificate.ts'
import { showCourse } from './show-course.ts'
import { showCourseDraft } from './show-course-draft.ts'
import { showHome } from './show-home.ts'
import { showHours } from './show-hours.ts'
import { showLearnerRecord } from './show-learner-record.ts'
import { showLesson } from './show-lesson.ts'
import { showQuestion } from './show-question.ts'
import { showQuestionTemplate } from './show-question-template.ts'
import { showResult } from './show-result.ts'
import { showVersionDifference } from './show-version-difference.ts'
import { startAttempt } from './start-attempt.ts'
import { takeOverAttempt } from './take-over-attempt.ts'
import { verifyCertificate } from './verify-certificate.ts'
import { withdrawCourse } from './withdraw-course.ts'
import { withdrawExtraTime } from './withdraw-extra-time.ts'
import { router } from '../trpc.ts'

export const trainingRouter = router({
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
  countCourseLearners,
  listAskedCourses,
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
})
