import type { PermissionTable } from '../permission.ts'

/** Who sees how the learners of their units stand, and the records behind it. */
const learningReaders = {
  associationAdministrator: 'subtree',
  guidanceCommitteeMember: 'subtree',
  associationLeader: 'subtree',
  societySecretary: 'subtree',
  societyCadre: 'subtree',
  officeBranchSecretary: 'subtree',
  schoolDean: 'subtree',
  trainer: 'subtree',
} as const

/** What a learner does is done to their own study; a course that is not open to them does not exist for them. */
const learning = {
  'training.show-home': { kind: 'query', at: 'nothing', signedIn: true },
  'training.list-open-courses': { kind: 'query', at: 'nothing', signedIn: true },
  'training.show-course': { kind: 'query', at: 'person', self: true },
  'training.enrol': { kind: 'command', at: 'person', self: true },
  'training.show-lesson': { kind: 'query', at: 'person', self: true },
  'training.open-play': { kind: 'command', at: 'person', self: true },
  'training.report-play': { kind: 'command', at: 'person', self: true },
  'training.record-position': { kind: 'command', at: 'person', self: true },
  'training.finish-lesson': { kind: 'command', at: 'person', self: true },
  'training.start-attempt': { kind: 'command', at: 'person', self: true },
  'training.show-attempt': { kind: 'query', at: 'person', self: true },
  'training.save-answer': { kind: 'command', at: 'person', self: true },
  'training.take-over-attempt': { kind: 'command', at: 'person', self: true },
  'training.close-attempt': { kind: 'command', at: 'person', self: true },
  'training.show-result': { kind: 'query', at: 'person', self: true },
  'training.list-my-exams': { kind: 'query', at: 'nothing', signedIn: true },
  'training.show-hours': { kind: 'query', at: 'nothing', signedIn: true },
  'training.list-certificates': { kind: 'query', at: 'nothing', signedIn: true },
  'training.show-certificate': { kind: 'query', at: 'unit', self: true, roles: learningReaders },
  'training.verify-certificate': { kind: 'query', at: 'nothing', public: true },
  'training.export-my-data': { kind: 'query', at: 'nothing', signedIn: true },
  'training.list-course-learners': { kind: 'query', at: 'unit', roles: learningReaders },
  'training.count-course-learners': { kind: 'query', at: 'unit', roles: learningReaders },
  'training.list-asked-courses': { kind: 'query', at: 'unit', roles: learningReaders },
} as const satisfies PermissionTable

/**
 * Who mends a learner's record: for the unit that gave the hours and the certificate, and never their own. A trainer
 * makes courses and marks; what has been certified is the dean's.
 */
const recordKeepers = { schoolDean: 'subtree', associationAdministrator: 'subtree' } as const

const records = {
  'training.show-learner-record': { kind: 'query', at: 'unit', roles: learningReaders },
  'training.revoke-certificate': { kind: 'command', at: 'unit', roles: recordKeepers },
  'training.reissue-certificate': { kind: 'command', at: 'unit', roles: recordKeepers },
  'training.correct-hours': { kind: 'command', at: 'unit', roles: recordKeepers },
  'training.grant-extra-time': { kind: 'command', at: 'unit', roles: { trainer: 'subtree', schoolDean: 'subtree' } },
  'training.withdraw-extra-time': { kind: 'command', at: 'unit', roles: { trainer: 'subtree', schoolDean: 'subtree' } },
} as const satisfies PermissionTable

/** Who makes courses and keeps question banks for the school branch of a unit. Only they ever see the right answers. */
const makers = { trainer: 'subtree', schoolDean: 'subtree' } as const
/** Who may choose a course for a task, and look into it. */
const courseReaders = { ...makers, associationAdministrator: 'subtree' } as const

/** What is made in the studio, for learners to learn from. */
const studio = {
  'training.list-courses': { kind: 'query', at: 'unit', roles: courseReaders },
  'training.create-course': { kind: 'command', at: 'unit', roles: makers },
  'training.show-course-draft': { kind: 'query', at: 'unit', roles: courseReaders },
  'training.save-course-draft': { kind: 'command', at: 'unit', roles: makers },
  'training.list-draft-history': { kind: 'query', at: 'unit', roles: courseReaders },
  'training.restore-draft': { kind: 'command', at: 'unit', roles: makers },
  'training.list-course-versions': { kind: 'query', at: 'unit', roles: courseReaders },
  'training.show-version-difference': { kind: 'query', at: 'unit', roles: courseReaders },
  'training.preview-quiz': { kind: 'query', at: 'unit', roles: makers },
  'training.preview-publish': { kind: 'query', at: 'unit', roles: courseReaders },
  'training.publish-course': { kind: 'command', at: 'unit', roles: makers },
  'training.withdraw-course': { kind: 'command', at: 'unit', roles: makers },
  'training.list-banks': { kind: 'query', at: 'unit', roles: makers },
  'training.create-bank': { kind: 'command', at: 'unit', roles: makers },
  'training.show-bank': { kind: 'query', at: 'unit', roles: makers },
  'training.list-questions': { kind: 'query', at: 'unit', roles: makers },
  'training.show-question': { kind: 'query', at: 'unit', roles: makers },
  'training.add-question': { kind: 'command', at: 'unit', roles: makers },
  'training.save-question': { kind: 'command', at: 'unit', roles: makers },
  'training.retire-question': { kind: 'command', at: 'unit', roles: makers },
  'training.reinstate-question': { kind: 'command', at: 'unit', roles: makers },
  'training.find-likenesses': { kind: 'query', at: 'unit', roles: makers },
  'training.show-question-template': { kind: 'query', at: 'nothing', roles: makers },
  'training.preview-question-import': { kind: 'query', at: 'unit', roles: makers },
  'training.confirm-question-import': { kind: 'command', at: 'unit', roles: makers },
} as const satisfies PermissionTable

export const trainingPermissions = { ...learning, ...records, ...studio } as const satisfies PermissionTable
