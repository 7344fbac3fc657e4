import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { AccountId } from '@dangjian/domain/access'
import { describeStores } from '../testing/both-databases.ts'
import { claimIdempotencyKey, findIdempotencyKey, saveIdempotencyKey } from './idempotency-store.ts'

describeStores('keys of commands', (open) => {
  const accountId = 'a' as AccountId
  const row = (key: string) => ({ accountId, key, action: 'x', requestHash: 'h', response: '', createdAt: 0 })

  it('are claimed once, and hold the answer given under them', async () => {
    const { storage, close } = await open()
    await storage.transact(async (tx) => {
      expect(await claimIdempotencyKey(tx, row('one'))).toBe(true)
      await saveIdempotencyKey(tx, { ...row('one'), response: '"done"' })
    })
    expect(await storage.transact((tx) => claimIdempotencyKey(tx, row('one')))).toBe(false)
    expect(await findIdempotencyKey(storage.read, accountId, 'one')).toMatchObject({ response: '"done"' })
    await close()
  })

  it('are free again when their command came to nothing', async () => {
    const { storage, close } = await open()
    const fails = storage.transact(async (tx) => {
      await claimIdempotencyKey(tx, row('two'))
      throw new Error('refused')
    })
    await expect(fails).rejects.toThrow('refused')
    expect(await storage.transact((tx) => claimIdempotencyKey(tx, row('two')))).toBe(true)
    await close()
  })

  it('let commands with keys of their own go on beside one another, each run once', async () => {
    const { storage, close } = await open()
    let runs = 0
    const command = (key: string) =>
      storage.transact(async (tx) => {
        runs += 1
        await claimIdempotencyKey(tx, row(key))
        await sleep(20)
        await saveIdempotencyKey(tx, { ...row(key), response: '1' })
      })
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(command))
    expect(runs).toBe(8)
    await close()
  })
})
