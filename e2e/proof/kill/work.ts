import { TRPCClientError } from '@trpc/client'
import { among } from '../among.ts'
import { publishQuizCourse } from '../quiz-course.ts'
import { HttpRefusal, signInClient, type Client, type Watch } from '../../harness/client.ts'
import type { Write, WriteKind } from './write-log.ts'

/** How many writers of each kind work at once. */
export const lanes: Readonly<Record<WriteKind, number>> = {
  report: 6,
  evidence: 4,
  part: 2,
  file: 1,
  answer: 8,
  position: 4,
}

export interface Work {
  /** The attempt whose answers and the enrolment whose positions are written. */
  readonly attemptId: string
  readonly enrolmentId: string
  readonly lessonIds: readonly string[]
  /** Does one write; answers what the server gave for it. Throws `Refused` where it was refused, anything else where nobody knows. */
  send(write: Write): Promise<string | undefined>
  readFile(fileId: string): Promise<string>
}

/** The server answered, and nothing was written. */
export class Refused extends Error {}

/** Prepares the demo's society and a course of its own for being written to from many sides. */
export async function prepareWork(url: string, watch?: Watch): Promise<Work> {
  const [society, learner, trainer] = await Promise.all(
    ['society', 'learner', 'trainer'].map((name) => signInClient(url, name, watch)),
  )
  if (!society || !learner || !trainer) throw new Error('Nobody signed in.')
  const assignments = await openAssignments(society)
  // A text for each writer of positions, and a quiz that stays open for ten hours.
  const course = await publishQuizCourse(trainer, {
    title: '断电也不丢',
    texts: lanes.position,
    questions: lanes.answer,
    minutes: 600,
    shuffled: false,
  })
  const { enrolmentId } = await learner.api.training.enrol.mutate({ courseId: course.courseId })
  const { attemptId } = await learner.api.training.startAttempt.mutate({
    enrolmentId,
    lessonId: course.quizId,
    device: DEVICE,
  })

  const senders: Record<WriteKind, (write: Write, context: { key: string }) => Promise<string | undefined>> = {
    async report({ id, lane }, context) {
      const assignmentId = among(assignments.ids, lane)
      await society.api.tasks.reportProgress.mutate({ assignmentId, text: id }, { context })
      return undefined
    },
    async evidence({ id, lane }, context) {
      const assignmentId = among(assignments.ids, lane)
      const text = `${id} ${'学习材料。'.repeat(40)}`
      await society.api.tasks.attachEvidence.mutate(
        { assignmentId, requirementKey: null, text, fileId: null },
        { context },
      )
      return undefined
    },
    async part({ id, lane }, context) {
      const { unitId, dueOn } = assignments
      const assignmentId = among(assignments.ids, lane)
      await society.api.tasks.givePart.mutate({ assignmentId, unitId, personId: null, title: id, dueOn }, { context })
      return undefined
    },
    file: (write, { key }) => society.upload(`${write.id}.pdf`, fileContent(write), key),
    async answer({ lane, seq }, context) {
      const response = { written: String(seq) }
      await learner.api.training.saveAnswer.mutate(
        { attemptId, device: DEVICE, slot: lane, response, seq },
        { context },
      )
      return undefined
    },
    async position({ lane, seq }, context) {
      const lessonId = among(course.textIds, lane)
      const position = positionOf(seq)
      await learner.api.training.recordPosition.mutate({ enrolmentId, lessonId, position }, { context })
      return undefined
    },
  }
  return {
    attemptId,
    enrolmentId,
    lessonIds: course.textIds,
    async send(write) {
      try {
        return await senders[write.kind](write, { key: write.key })
      } catch (error) {
        const status =
          error instanceof HttpRefusal
            ? error.status
            : error instanceof TRPCClientError
              ? (error.data as { httpStatus?: number } | null)?.httpStatus
              : undefined
        if (status !== undefined && status < 500) throw new Refused((error as Error).message)
        throw error
      }
    },
    readFile: (fileId) => society.download(fileId),
  }
}

const DEVICE = 'proof-of-kill'

/** A PDF as small as one can be, with its write's name in it. */
export function fileContent({ id }: Pick<Write, 'id'>): string {
  return `%PDF-1.4\n% ${id}\n${'%'.repeat(4000)}\n%%EOF\n`
}

/** Positions are shares of a text: they rise with the writes and stay below its end. */
export function positionOf(seq: number): number {
  return seq / 10_000_000
}

/** The assignments that the society works on, and a unit beneath it that parts can be given to. */
async function openAssignments(society: Client) {
  const session = await society.api.access.session.query()
  const unitId = session.signedIn ? session.grants.find(({ role }) => role.startsWith('society'))?.unitId : undefined
  if (!unitId) throw new Error('The demo account "society" acts for no society.')
  const { rows } = await society.api.tasks.listAssignments.query({ unitId, state: 'accepted' })
  const { children } = await society.api.organisation.showUnit.query({ unitId })
  const beneath = children.find(({ state, tier }) => state === 'active' && tier === 3)
  const dueOn = rows
    .map((row) => row.dueOn)
    .toSorted()
    .at(-1)
  if (!beneath || !dueOn) throw new Error('The demo society has nothing to work on.')
  return { ids: rows.filter((row) => row.dueOn === dueOn).map(({ id }) => id), unitId: beneath.id, dueOn }
}
