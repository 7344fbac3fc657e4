import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeStores } from '../testing/both-databases.ts'
import { migrate } from '../migrations/migrate.ts'
import { connectSqlite } from './sqlite.ts'
import type { Storage } from './storage.ts'

describeStores('reports', (open) => {
  it('know of every write that was answered before they were asked', async () => {
    const database = await open()
    const { storage } = database
    for (let n = 1; n <= 5; n += 1) {
      await storage.transact((tx) =>
        tx
          .insertInto('setting')
          .values({ key: `k${n}`, value: '' })
          .execute(),
      )
      const rows = await storage.report.selectFrom('setting').select('key').execute()
      expect(rows).toHaveLength(n)
    }
    await database.close()
  })

  it('cannot write', async () => {
    const database = await open()
    const { report } = database.storage
    await expect(report.insertInto('setting').values({ key: 'a', value: '' }).execute()).rejects.toThrow(/read.?only/i)
    await database.close()
  })

  it('fail alone: the next one is answered', async () => {
    const database = await open()
    const { report } = database.storage
    await expect(sql`select 1 from nowhere`.execute(report)).rejects.toThrow(/nowhere/)
    expect(await report.selectFrom('setting').selectAll().execute()).toEqual([])
    await database.close()
  })
})

describe('an embedded database', () => {
  let folder: string
  let storage: Storage
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-report-'))
    storage = connectSqlite(path.join(folder, 'test.db'))
    await migrate(storage)
  })
  afterAll(async () => {
    await storage.close()
    await rm(folder, { recursive: true })
  })
  const write = (key: string) => storage.transact((tx) => tx.insertInto('setting').values({ key, value: '' }).execute())

  it('goes on with other requests while a report is counted', async () => {
    let counted = false
    const long = sql`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000000) select count(*) from n`
      .execute(storage.report)
      .then(() => (counted = true))
    await storage.read.selectFrom('setting').selectAll().execute()
    await write('meanwhile')
    expect(counted).toBe(false)
    await long
  })

  it('goes on with other requests while a long transaction writes, and shows them nothing of it', async () => {
    const keys = async () => (await storage.read.selectFrom('setting').select('key').execute()).length
    const before = await keys()
    let turns = 0
    const turning = setInterval(() => (turns += 1), 1)
    await storage.transact(async (tx) => {
      for (let n = 0; turns < 3; n += 1) {
        await tx
          .insertInto('setting')
          .values({ key: `long-${n}`, value: '' })
          .execute()
        expect(await keys()).toBe(before)
      }
    })
    clearInterval(turning)
    expect(await keys()).toBeGreaterThan(before)
  })

  it('says by a stamp whether a table that a question read has been written since', async () => {
    const { versions, read } = storage
    if (!versions) throw new Error('There are no versions.')
    const { tables, stamp } = await versions.watch(() =>
      read
        .selectFrom('setting')
        .where(({ exists, selectFrom }) => exists(selectFrom('session').select('session.id')))
        .selectAll()
        .execute(),
    )
    expect([...tables].sort()).toEqual(['session', 'setting'])
    await storage.transact((tx) => tx.deleteFrom('outboxEvent').execute())
    expect(versions.stamp(tables)).toBe(stamp)
    await write('since')
    expect(versions.stamp(tables)).not.toBe(stamp)
  })

  it('takes an answer for old when its table was written while it was made', async () => {
    const { versions, read } = storage
    const { tables, stamp } = (await versions?.watch(async () => {
      const rows = await read.selectFrom('setting').selectAll().execute()
      await write('while')
      return rows
    })) ?? { tables: [], stamp: '' }
    expect(versions?.stamp(tables)).not.toBe(stamp)
  })

  it('takes answers for old when another process has written', async () => {
    const { versions, read } = storage
    const { tables, stamp } = (await versions?.watch(() => read.selectFrom('setting').selectAll().execute())) ?? {
      tables: [],
      stamp: '',
    }
    const other = connectSqlite(path.join(folder, 'test.db'))
    await other.transact((tx) => tx.insertInto('setting').values({ key: 'other', value: '' }).execute())
    await other.close()
    expect(versions?.stamp(tables)).not.toBe(stamp)
  })
})
