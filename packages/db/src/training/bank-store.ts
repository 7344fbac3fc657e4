import type { UnitId } from '@dangjian/domain/access'
import type { BankId, QuestionBank, QuestionId } from '@dangjian/domain/training'
import type { Db } from '../database.ts'

export async function insertBank(db: Db, bank: QuestionBank): Promise<void> {
  await db.insertInto('questionBank').values(bank).execute()
}

export async function findBank(db: Db, id: BankId): Promise<QuestionBank | undefined> {
  return db.selectFrom('questionBank').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findBankByTitle(db: Db, unitId: UnitId, title: string): Promise<QuestionBank | undefined> {
  return db
    .selectFrom('questionBank')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('title', '=', title)
    .executeTakeFirst()
}

/** The bank that a question lies in. */
export async function findBankOfQuestion(db: Db, id: QuestionId): Promise<QuestionBank | undefined> {
  return db
    .selectFrom('questionBank')
    .innerJoin('question', 'question.bankId', 'questionBank.id')
    .selectAll('questionBank')
    .where('question.id', '=', id)
    .executeTakeFirst()
}

/** Banks of a unit and of those beneath it, newest first, each with how many active and retired questions it has. */
export async function listBanks(db: Db, filter: { beneath: UnitId; cursor?: BankId | undefined; limit: number }) {
  let query = db
    .selectFrom('questionBank')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'questionBank.unitId')
    .where('unitClosure.ancestorId', '=', filter.beneath)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  if (filter.cursor) query = query.where('questionBank.id', '<', filter.cursor)
  const rows = await query
    .innerJoin('unit', 'unit.id', 'questionBank.unitId')
    .selectAll('questionBank')
    .select('unit.name as unitName')
    .select((eb) =>
      (['active', 'retired'] as const).map((state) =>
        eb
          .selectFrom('question')
          .select((each) => each.fn.countAll<number>().as('count'))
          .whereRef('question.bankId', '=', 'questionBank.id')
          .where('question.state', '=', state)
          .as(state),
      ),
    )
    .orderBy('questionBank.id', 'desc')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}
