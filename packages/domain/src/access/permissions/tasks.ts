import type { PermissionTable } from '../permission.ts'

/** Who works on what the year asks of a society. */
const society = { societySecretary: 'subtree', societyCadre: 'subtree' } as const
/** Who does the parts given to a unit below; the society may report for a unit whose people have no account. */
const belowSociety = { ...society, officeBranchSecretary: 'subtree', workingGroupLeader: 'subtree' } as const
/** Who decides on submitted work. */
const reviewers = { associationAdministrator: 'subtree' } as const
const reviewReaders = { ...reviewers, guidanceCommitteeMember: 'subtree' } as const
const assignmentReaders = { ...reviewReaders, associationLeader: 'subtree', ...society } as const
const partReaders = { ...assignmentReaders, ...belowSociety } as const

/** Who makes plans and gives tasks out; who reads them. In a society a task is read by those it was given to. */
const planners = { associationAdministrator: 'subtree' } as const
const planReaders = { ...planners, guidanceCommitteeMember: 'subtree', associationLeader: 'subtree' } as const
const taskReaders = { ...planReaders, ...society } as const

export const tasksPermissions = {
  'tasks.list-work-plans': { kind: 'query', at: 'unit', roles: planReaders },
  'tasks.show-work-plan': { kind: 'query', at: 'unit', roles: planReaders },
  'tasks.read-work-points': { kind: 'query', at: 'unit', roles: planners },
  'tasks.create-work-plan': { kind: 'command', at: 'unit', roles: planners },
  'tasks.save-work-plan': { kind: 'command', at: 'unit', roles: planners },
  'tasks.drop-work-plan': { kind: 'command', at: 'unit', roles: planners },
  'tasks.draft-task': { kind: 'command', at: 'unit', roles: planners },
  'tasks.change-task': { kind: 'command', at: 'unit', roles: planners },
  'tasks.drop-task': { kind: 'command', at: 'unit', roles: planners },
  'tasks.preview-reach': { kind: 'query', at: 'unit', roles: planners },
  'tasks.preview-publication': { kind: 'query', at: 'unit', roles: planners },
  'tasks.publish-work-plan': { kind: 'command', at: 'unit', roles: planners },
  'tasks.find-tasks': { kind: 'query', at: 'unit', roles: planReaders },
  'tasks.show-task': { kind: 'query', at: 'unit', roles: taskReaders },
  'tasks.list-task-assignments': { kind: 'query', at: 'unit', roles: taskReaders },
  'tasks.export-task-assignments': { kind: 'query', at: 'unit', roles: taskReaders },
  'tasks.remind-assignments': { kind: 'command', at: 'unit', roles: planners },
  'tasks.extend-task': { kind: 'command', at: 'unit', roles: planners },
  'tasks.extend-assignments': { kind: 'command', at: 'unit', roles: planners },
  'tasks.withdraw-task': { kind: 'command', at: 'unit', roles: planners },
  'tasks.withdraw-assignments': { kind: 'command', at: 'unit', roles: planners },
  'tasks.give-task': { kind: 'command', at: 'unit', roles: planners },
  'tasks.show-desk': { kind: 'query', at: 'unit', roles: partReaders },
  'tasks.list-assignments': { kind: 'query', at: 'unit', roles: assignmentReaders },
  'tasks.show-assignment': { kind: 'query', at: 'unit', roles: assignmentReaders },
  'tasks.accept-assignment': { kind: 'command', at: 'unit', roles: society },
  'tasks.report-progress': { kind: 'command', at: 'unit', roles: society },
  'tasks.attach-evidence': { kind: 'command', at: 'unit', roles: society },
  'tasks.withdraw-evidence': { kind: 'command', at: 'unit', roles: society },
  'tasks.submit-assignment': { kind: 'command', at: 'unit', roles: society },
  'tasks.recall-assignment': { kind: 'command', at: 'unit', roles: society },
  'tasks.list-parts': { kind: 'query', at: 'unit', roles: partReaders },
  'tasks.give-part': { kind: 'command', at: 'unit', roles: society },
  'tasks.withdraw-part': { kind: 'command', at: 'unit', roles: society },
  'tasks.return-part': { kind: 'command', at: 'unit', roles: society },
  'tasks.accept-part': { kind: 'command', at: 'unit', roles: society },
  'tasks.finish-part': { kind: 'command', at: 'unit', roles: belowSociety },
  'tasks.list-submitted': { kind: 'query', at: 'unit', roles: reviewReaders },
  'tasks.return-assignment': { kind: 'command', at: 'unit', roles: reviewers },
  'tasks.close-assignment': { kind: 'command', at: 'unit', roles: reviewers },
  'tasks.list-return-reasons': { kind: 'query', at: 'nothing', roles: { ...reviewers, ...society } },
} as const satisfies PermissionTable
