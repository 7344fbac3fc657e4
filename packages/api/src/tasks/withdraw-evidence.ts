import { z } from 'zod'
import { EvidenceId, withdrawEvidence as withdraw } from '@dangjian/domain/tasks'
import { findFile } from '@dangjian/db/access/file-store'
import { findAssignment } from '@dangjian/db/tasks/assignment-store'
import { findEvidence, saveEvidenceWithdrawn } from '@dangjian/db/tasks/evidence-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import { accept, command, notFound } from '../trpc.ts'
import { societyOfAssignment, tell } from './assignment-step.ts'

/** Takes a piece of evidence back while the work is open. The timeline keeps that it was there. */
export const withdrawEvidence = command({
  permission: 'tasks.withdraw-evidence',
  input: z.strictObject({ evidenceId: EvidenceId }),
  output: z.strictObject({ evidenceId: EvidenceId }),
  target: async ({ db, input }) => {
    const evidence = await findEvidence(db, input.evidenceId)
    return evidence ? societyOfAssignment({ db, input: evidence }) : null
  },
  run: async (args) => {
    const { db, input, now } = args
    const evidence = (await findEvidence(db, input.evidenceId)) ?? notFound()
    const assignment = (await findAssignment(db, evidence.assignmentId)) ?? notFound()
    accept(withdraw(assignment, evidence, now))
    await saveEvidenceWithdrawn(db, evidence.id, now)
    const task = await findTask(db, assignment.taskId)
    const requirement = task?.evidence.find(({ key }) => key === evidence.requirementKey)?.label
    const file = evidence.fileId && (await findFile(db, evidence.fileId))
    await tell(args, assignment.id, 'evidence-withdrawn', '', {
      ...(requirement ? { requirement } : {}),
      ...(file ? { fileNames: [file.name] } : {}),
    })
    return { evidenceId: evidence.id }
  },
})
