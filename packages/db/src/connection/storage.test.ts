import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeStores } from '../testing/both-databases.ts'

describeStores('a storage', (open) => {
  it('keeps what a transaction wrote and forgets what a failed one wrote', async () => {
    const database = await open()
    const { storage } = database
    await storage.transact((tx) => tx.insertInto('setting').values({ key: 'a', value: '1' }).execute())
    const failed = storage.transact(async (tx) => {
      await tx.insertInto('setting').values({ key: 'b', value: '2' }).execute()
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    const rows = await storage.read.selectFrom('setting').selectAll().execute()
    expect(rows).toEqual([{ key: 'a', value: '1' }])
    await database.close()
  })

  it('knows after upkeep how large its tables are', async () => {
    const database = await open()
    const { storage } = database
    const rows = Array.from({ length: 90 }, (_, n) => ({ key: `k${n}`, value: String(n) }))
    await storage.transact((tx) => tx.insertInto('setting').values(rows).execute())
    await storage.upkeep()
    const asked = {
      sqlite: sql<{ size: string }>`select stat as size from sqlite_stat1 where tbl = 'setting'`,
      postgres: sql<{ size: string }>`select reltuples as size from pg_class where relname = 'setting'`,
    }
    const known = await asked[storage.dialect].execute(storage.read)
    expect(known.rows.map(({ size }) => parseInt(size))).toEqual([90])
    await database.close()
  })

  it('lets one write of a group fail without the others', async () => {
    const database = await open()
    const { storage } = database
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        storage.transact(async (tx) => {
          await tx
            .insertInto('setting')
            .values({ key: `k${n}`, value: String(n) })
            .execute()
          if (n % 10 === 0) throw new Error(`no ${n}`)
        }),
      ),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(5)
    const { count } = await storage.read
      .selectFrom('setting')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(45)
    await database.close()
  })

  it('does not let two writers both act on what each of them read', async () => {
    const database = await open()
    const { storage } = database
    await storage.transact((tx) => tx.insertInto('setting').values({ key: 'n', value: '0' }).execute())
    await Promise.all(
      Array.from({ length: 12 }, () =>
        storage.transact(async (tx) => {
          const row = await tx.selectFrom('setting').select('value').where('key', '=', 'n').executeTakeFirstOrThrow()
          await tx
            .updateTable('setting')
            .set({ value: String(Number(row.value) + 1) })
            .where('key', '=', 'n')
            .execute()
        }),
      ),
    )
    const row = await storage.read.selectFrom('setting').select('value').executeTakeFirstOrThrow()
    expect(row.value).toBe('12')
    await database.close()
  })

  it('outlives a connection that the database ends in the middle of a transaction', async () => {
    const database = await open()
    const { storage, kind } = database
    if (kind === 'postgres') {
      const cut = storage.transact(async (tx) => {
        const me = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
        await sql`select pg_terminate_backend(${me.rows[0]?.pid})`.execute(storage.maintenance)
        await new Promise((resolve) => setTimeout(resolve, 100))
        await tx.insertInto('setting').values({ key: 'cut', value: '' }).execute()
      })
      await expect(cut).rejects.toThrow()
    }
    await storage.transact((tx) => tx.insertInto('setting').values({ key: 'after', value: '' }).execute())
    expect(await storage.read.selectFrom('setting').select('key').execute()).toEqual([{ key: 'after' }])
    await database.close()
  })

  it('refuses to write through its reading side', async () => {
    const database = await open()
    const write = database.storage.read.insertInto('setting').values({ key: 'x', value: 'x' }).execute()
    await expect(write).rejects.toThrow(/read-?only/i)
    await database.close()
  })
})
