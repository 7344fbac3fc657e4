import { z } from 'zod'
import { FileId } from '@dangjian/domain/access'
import { AssignmentPartId, attachEvidence, finishPart as finish, type EvidenceId } from '@dangjian/domain/tasks'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { insertEvidence } from '@dangjian/db/tasks/evidence-store'
import { findPart, savePart } from '@dangjian/db/tasks/part-store'
import { findOwnFile } from '../access/own-file.ts'
import { accept, command } from '../trpc.ts'
import { findPartWithAssignment, tell } from './assignment-step.ts'

/** A unit reports its part as done; its files go with the assignment's evidence. */
export const finishPart = command({
  permission: 'tasks.finish-part',
  input: z.strictObject({
    partId: AssignmentPartId,
    report: z.string().trim().max(4000),
    fileIds: z.array(FileId).max(10),
  }),
  output: z.strictObject({ partId: AssignmentPartId }),
  target: async ({ db, input }) => {
    const part = await findPart(db, input.partId)
    return part ? { unitId: part.unitId } : null
  },
  run: async (args) => {
    const { db, input, actor, now, newId } = args
    const { part, assignment } = await findPartWithAssignment(db, input.partId)
    const fileNames: string[] = []
    for (const fileId of input.fileIds) fileNames.push((await findOwnFile(db, fileId, actor)).name)
    const next = accept(finish(assignment, part, input.report, now))
    await savePart(db, next)
    for (const fileId of input.fileIds) {
      const evidence = accept(
        attachEvidence(assignment, [], {
          id: newId<EvidenceId>(),
          assignmentId: assignment.id,
          requirementKey: null,
          text: '',
          fileId,
          attachedBy: actor.personId,
          attachedAt: now,
          withdrawnAt: null,
        }),
      )
      await insertEvidence(db, evidence)
    }
    const unit = await findUnit(db, part.unitId)
    await tell(args, assignment.id, 'part-done', next.report, {
      ...(unit ? { unitName: unit.name } : {}),
      title: part.title,
      fileNames,
    })
    return { partId: part.id }
  },
})
