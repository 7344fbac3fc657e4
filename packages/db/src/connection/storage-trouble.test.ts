import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { emptyDatabase } from '../testing/both-databases.ts'
import { troubleStorage } from '../testing/storage-in-trouble.ts'
import { connectPostgres } from './postgres.ts'
import { storageTroubleOf } from './storage-trouble.ts'

it('says that a PostgreSQL that nobody reaches is away', async () => {
  const nowhere = connectPostgres('postgres://postgres@127.0.0.1:1/none')
  const thrown = await nowhere.read
    .selectFrom('setting')
    .selectAll()
    .execute()
    .catch((error: unknown) => error)
  expect(storageTroubleOf(thrown)).toBe('storage-away')
  await nowhere.close()
})

it('says that a PostgreSQL that ends a connection is away', async () => {
  const { storage, close } = await emptyDatabase('postgres')
  const thrown = await storage
    .transact((tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx))
    .catch((error: unknown) => error)
  expect(storageTroubleOf(thrown)).toBe('storage-away')
  await close()
})

it('says that an embedded database without room is full, and goes on when there is room', async () => {
  const { storage, close } = await emptyDatabase('sqlite')
  const write = () =>
    storage.transact((tx) =>
      tx
        .insertInto('setting')
        .values({ key: crypto.randomUUID(), value: 'x'.repeat(100_000) })
        .execute(),
    )
  const giveBack = await troubleStorage(storage)
  expect(storageTroubleOf(await write().catch((error: unknown) => error))).toBe('storage-full')
  await giveBack()
  await write()
  await close()
})

it('leaves a mistake a mistake', async () => {
  const { storage, close } = await emptyDatabase('sqlite')
  const thrown = await sql`select * from nothing_of_this_name`.execute(storage.read).catch((error: unknown) => error)
  expect(storageTroubleOf(thrown)).toBe(null)
  await close()
})
