import { z } from 'zod'
import { FileId } from '@dangjian/domain/access'
import { AssignmentId, attachEvidence as attach, EvidenceId } from '@dangjian/domain/tasks'
import { findAssignment } from '@dangjian/db/tasks/assignment-store'
import { insertEvidence } from '@dangjian/db/tasks/evidence-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import { findOwnFile } from '../access/own-file.ts'
import { accept, command, notFound } from '../trpc.ts'
import { societyOfAssignment, tell } from './assignment-step.ts'

/** Attaches a file or a text, for one of the pieces that the task wants or beside them. */
export const attachEvidence = command({
  permission: 'tasks.attach-evidence',
  input: z.strictObject({
    assignmentId: AssignmentId,
    requirementKey: z.string().max(40).nullable(),
    text: z.string().trim().max(20_000),
    fileId: FileId.nullable(),
  }),
  output: z.strictObject({ evidenceId: EvidenceId }),
  target: societyOfAssignment,
  run: async (args) => {
    const { db, input, actor, now, newId } = args
    const assignment = (await findAssignment(db, input.assignmentId)) ?? notFound()
    const task = (await findTask(db, assignment.taskId)) ?? notFound()
    const file = input.fileId && (await findOwnFile(db, input.fileId, actor))
    const evidence = accept(
      attach(assignment, task.evidence, {
        id: newId<EvidenceId>(),
        ...input,
        attachedBy: actor.personId,
        attachedAt: now,
        withdrawnAt: null,
      }),
    )
    await insertEvidence(db, evidence)
    const requirement = task.evidence.find(({ key }) => key === evidence.requirementKey)?.label
    await tell(args, assignment.id, 'evidence-attached', '', {
      ...(requirement ? { requirement } : {}),
      ...(file ? { fileNames: [file.name] } : {}),
    })
    return { evidenceId: evidence.id }
  },
})
