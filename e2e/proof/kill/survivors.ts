import type { AttemptId, EnrolmentId, LessonId } from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { fileContent, positionOf, type Work } from './work.ts'
import type { Write, WriteLog } from './write-log.ts'

/** What does not agree between the client's log and the database. */
export interface Disagreement {
  readonly write: string
  readonly what: 'lost' | 'twice' | 'behind' | 'ahead' | 'changed'
}

/** What was written to, and how a file is read back. */
export type WorkedOn = Omit<Work, 'send'>

/**
 * Compares what a client knows with what is in the database. Acknowledged things are there once; what was never answered
 * is there once or not at all; a place that moves stands at or after what was acknowledged last, and never beyond what
 * was sent.
 */
export async function compareWithLog(
  db: Db,
  log: Pick<WriteLog, 'writes'>,
  work: WorkedOn,
  since: number,
): Promise<Disagreement[]> {
  const writes = log.writes.slice(since)
  const from = writes.at(0)?.id
  if (!from) return []
  return [
    ...(await compareAdded(db, writes)),
    ...(await compareFiles(work, writes)),
    ...compareMoved(await answersOf(db, work), log.writes, 'answer'),
    ...compareMoved(await positionsOf(db, work), log.writes, 'position'),
  ]
}

async function compareAdded(db: Db, writes: readonly Write[]): Promise<Disagreement[]> {
  const added = writes.filter(({ kind }) => kind === 'report' || kind === 'evidence' || kind === 'part')
  const round = [...new Set(added.map(({ id }) => roundOf(id)))]
  const found = new Map<string, number>()
  for (const prefix of round) {
    const texts = [
      ...(await db.selectFrom('assignmentEvent').select('text').where('text', 'like', `${prefix}%`).execute()),
      ...(await db.selectFrom('evidence').select('text').where('text', 'like', `${prefix}%`).execute()),
      ...(await db.selectFrom('assignmentPart').select('title as text').where('title', 'like', `${prefix}%`).execute()),
    ]
    for (const { text } of texts) {
      const id = text.split(' ')[0] ?? ''
      found.set(id, (found.get(id) ?? 0) + 1)
    }
  }
  return added.flatMap((write): Disagreement[] => {
    const times = found.get(write.id) ?? 0
    if (times > 1) return [{ write: write.id, what: 'twice' }]
    if (write.state === 'acknowledged' && times === 0) return [{ write: write.id, what: 'lost' }]
    return write.state === 'refused' && times > 0 ? [{ write: write.id, what: 'ahead' }] : []
  })
}

/** A file is asked for as a page does: it has to come back as it was sent. */
async function compareFiles(work: WorkedOn, writes: readonly Write[]): Promise<Disagreement[]> {
  const disagreements: Disagreement[] = []
  for (const write of writes) {
    if (write.kind !== 'file' || write.state !== 'acknowledged' || !write.given) continue
    const content = await work.readFile(write.given).catch(() => null)
    if (content === null) disagreements.push({ write: write.id, what: 'lost' })
    else if (content !== fileContent(write)) disagreements.push({ write: write.id, what: 'changed' })
  }
  return disagreements
}

async function answersOf(db: Db, work: WorkedOn): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('answer')
    .select(['slot', 'seq', 'response'])
    .where('attemptId', '=', work.attemptId as AttemptId)
    .execute()
  return new Map(
    rows.map(({ slot, seq, response }) => {
      const { written } = JSON.parse(response) as { written: string }
      // An answer whose words and number do not belong together is as good as lost.
      return [slot, Number(written) === seq ? seq : -1]
    }),
  )
}

async function positionsOf(db: Db, work: WorkedOn): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('lessonProgress')
    .select(['lessonId', 'position'])
    .where('enrolmentId', '=', work.enrolmentId as EnrolmentId)
    .where('lessonId', 'in', work.lessonIds as LessonId[])
    .execute()
  return new Map(
    rows.map(({ lessonId, position }) => [work.lessonIds.indexOf(lessonId), Math.round(position / positionOf(1))]),
  )
}

function compareMoved(
  stored: ReadonlyMap<number, number>,
  writes: readonly Write[],
  kind: Write['kind'],
): Disagreement[] {
  const reached = new Map<number, { acknowledged: number; sent: number }>()
  for (const { kind: its, lane, seq, state } of writes) {
    if (its !== kind || state === 'refused') continue
    const { acknowledged, sent } = reached.get(lane) ?? { acknowledged: 0, sent: 0 }
    reached.set(lane, {
      acknowledged: state === 'acknowledged' ? Math.max(acknowledged, seq) : acknowledged,
      sent: Math.max(sent, seq),
    })
  }
  return [...reached].flatMap(([lane, { acknowledged, sent }]): Disagreement[] => {
    const at = stored.get(lane) ?? 0
    if (at < acknowledged) return [{ write: `${kind} ${lane} at ${at} of ${acknowledged}`, what: 'behind' }]
    return at > sent ? [{ write: `${kind} ${lane} at ${at} of ${sent}`, what: 'ahead' }] : []
  })
}

/** The part of a write's id that all writes of its round share. */
export function roundOf(id: string): string {
  return `${id.split('.')[0]}.`
}
