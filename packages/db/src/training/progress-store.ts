import type { PersonId } from '@dangjian/domain/access'
import { PlayedRange, type EnrolmentId, type LessonId, type LessonProgress } from '@dangjian/domain/training'
import { z } from 'zod'
import { statement } from '../connection/statement.ts'
import type { Db } from '../database.ts'
import type { LessonProgressTable, PlayTicketTable } from './tables.ts'

const Played = z.array(PlayedRange)

function progressOf({ personId: _, played, ...row }: LessonProgressTable): LessonProgress {
  return { ...row, played: Played.parse(JSON.parse(played)) }
}

/** How far a learner is in each lesson that they have begun. */
export async function listProgress(db: Db, enrolmentId: EnrolmentId): Promise<LessonProgress[]> {
  return (await progressIn(db, { enrolmentId })).rows.map(progressOf)
}

const progressIn = statement((db, { enrolmentId }: { enrolmentId: EnrolmentId }) =>
  db.selectFrom('lessonProgress').selectAll().where('enrolmentId', '=', enrolmentId),
)

export async function findProgress(
  db: Db,
  enrolmentId: EnrolmentId,
  lessonId: LessonId,
): Promise<LessonProgress | undefined> {
  const row = await db
    .selectFrom('lessonProgress')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .where('lessonId', '=', lessonId)
    .executeTakeFirst()
  return row && progressOf(row)
}

export async function saveProgress(db: Db, personId: PersonId, progress: LessonProgress): Promise<void> {
  const { position, doneAt, movedAt } = progress
  const row = { ...progress, personId, played: JSON.stringify(progress.played) }
  await db
    .insertInto('lessonProgress')
    .values(row)
    .onConflict((oc) =>
      oc.columns(['enrolmentId', 'lessonId']).doUpdateSet({ position, played: row.played, doneAt, movedAt }),
    )
    .execute()
}

export async function findPlayTicket(db: Db, personId: PersonId): Promise<PlayTicketTable | undefined> {
  return db.selectFrom('playTicket').selectAll().where('personId', '=', personId).executeTakeFirst()
}

/** Gives a person one ticket, in the place of the one they had. */
export async function savePlayTicket(db: Db, ticket: PlayTicketTable): Promise<void> {
  const { personId: _, ...values } = ticket
  await db
    .insertInto('playTicket')
    .values(ticket)
    .onConflict((oc) => oc.column('personId').doUpdateSet(values))
    .execute()
}

export async function savePlayReported(db: Db, personId: PersonId, reportedAt: number): Promise<void> {
  await db.updateTable('playTicket').set({ reportedAt }).where('personId', '=', personId).execute()
}
