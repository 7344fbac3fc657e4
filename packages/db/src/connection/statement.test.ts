import { expect, it } from 'vitest'
import { describeStores } from '../testing/both-databases.ts'
import { statement } from './statement.ts'

const write = statement((db, { key, value }: { key: string; value: string }) =>
  db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
)
const find = statement((db, { key }: { key: string }) => db.selectFrom('setting').selectAll().where('key', '=', key))

describeStores('statements that are built once', (open) => {
  it('are filled in with what each asking brings', async () => {
    const { storage, close } = await open()
    for (const [key, value] of [
      ['one', '1'],
      ['two', '2'],
      ['one', '3'],
    ] as const)
      expect((await storage.transact((tx) => write(tx, { key, value }))).numAffectedRows).toBe(1n)
    expect((await find(storage.read, { key: 'one' })).rows).toEqual([{ key: 'one', value: '3' }])
    expect((await find(storage.read, { key: 'two' })).rows).toEqual([{ key: 'two', value: '2' }])
    expect((await find(storage.read, { key: 'three' })).rows).toEqual([])
    await close()
  })

  it('are undone with their transaction, and refused where nothing may be written', async () => {
    const { storage, close } = await open()
    const fails = storage.transact(async (tx) => {
      await write(tx, { key: 'one', value: '1' })
      throw new Error('refused')
    })
    await expect(fails).rejects.toThrow('refused')
    expect((await find(storage.read, { key: 'one' })).rows).toEqual([])
    await expect(write(storage.read, { key: 'one', value: '1' })).rejects.toThrow(/read-?only/)
    await close()
  })

  it('tell kept answers what they read and write', async () => {
    const { storage, close } = await open()
    const { versions } = storage
    if (versions) {
      await find(storage.read, { key: 'one' })
      const { tables, stamp } = await versions.watch(() => find(storage.read, { key: 'one' }))
      expect(tables).toEqual(['setting'])
      await storage.transact((tx) => write(tx, { key: 'one', value: '1' }))
      expect(versions.stamp(tables)).not.toBe(stamp)
      const { stamp: second } = await versions.watch(() => find(storage.read, { key: 'one' }))
      await storage.transact((tx) => write(tx, { key: 'one', value: '2' }))
      expect(versions.stamp(tables)).not.toBe(second)
    }
    await close()
  })
})
