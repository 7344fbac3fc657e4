import { afterEach, describe, expect, it } from 'vitest'
import { saveSetting } from '@dangjian/db/access/setting-store'
import { databaseKinds, emptyDatabase, type EmptyDatabase } from '@dangjian/db/testing/both-databases'
import { readConfig } from '../config.ts'
import { runCli } from '../testing/run-cli.ts'
import { decideDemoMode } from './demo-mode.ts'
import { DEMO_BEGUN_MARK } from './seed.ts'

describe.each(databaseKinds)('the demo (%s)', (kind) => {
  let database: EmptyDatabase
  const mode = (env: Record<string, string>) =>
    decideDemoMode(database.storage, readConfig({ DATA_DIR: database.dataDir, ...env }, '/'))
  const makeAccount = async () => {
    const url = database.databaseUrl ? { DATABASE_URL: database.databaseUrl } : {}
    const env = { DATA_DIR: database.dataDir, PASSWORD: 'a-long-enough-one-7', ...url }
    const made = await runCli(['user', 'create', 'first', '--name', '甲', '--role', 'associationAdministrator'], env)
    expect(made).toMatchObject({ code: 0 })
  }
  afterEach(() => database.close())

  it('is written where nothing has ever been', async () => {
    database = await emptyDatabase(kind)
    expect(await mode({ DEMO: 'auto' })).toBe('write')
  })

  it('never comes to an installation with an account of its own, whatever is asked', async () => {
    database = await emptyDatabase(kind)
    await makeAccount()
    expect(await mode({ DEMO: 'auto' })).toBe('off')
    await expect(mode({ DEMO: '1' })).rejects.toThrow(/data of its own/)
  })

  it('never comes by itself to an installation once started without it, empty as it may be', async () => {
    database = await emptyDatabase(kind)
    expect(await mode({ DEMO: '0' })).toBe('off')
    expect(await mode({ DEMO: 'auto' })).toBe('off')
  })

  it('never comes by itself to a server that others reach: its passwords are public', async () => {
    database = await emptyDatabase(kind)
    expect(await mode({ DEMO: 'auto', HOST: '0.0.0.0' })).toBe('off')
    expect(await mode({ DEMO: 'auto', TRUSTED_PROXY: '10.0.0.1' })).toBe('off')
  })

  it('is not shown by half', async () => {
    database = await emptyDatabase(kind)
    await database.storage.transact((tx) => saveSetting(tx, DEMO_BEGUN_MARK, '0'))
    await expect(mode({ DEMO: 'auto' })).rejects.toThrow(/interrupted/)
  })
})
