import { expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { runCli } from './testing/run-cli.ts'
import { startTestServer } from './testing/test-server.ts'

it.each(databaseKinds)(
  'the first account claims nothing of its person’s membership that nobody said (%s)',
  async (kind) => {
    const server = await startTestServer(kind)
    const env = { DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl, PASSWORD: 'k7mq-x2hd-9cvn-t4wp' }
    const create = (username: string, ...more: string[]) =>
      runCli(['user', 'create', username, '--name', '沈知秋', '--role', 'auditor', ...more], env)
    expect((await create('unsaid')).code).toBe(0)
    expect((await create('said', '--member', 'full')).code).toBe(0)
    const wrong = await create('wrong', '--member', 'maybe')
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('full, probationary, none, unknown')])
    const without = await runCli(['user', 'create', 'zhang', '--name', '张三', '--role', 'auditor'], {
      ...env,
      PASSWORD: '',
    })
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('No password given: set PASSWORD')])
    const rows = await server.services.storage.read
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.personId')
      .select(['username', 'memberStatus', 'namePinyin'])
      .where('person.name', '=', '沈知秋')
      .orderBy('username')
      .execute()
    expect(rows).toEqual([
      { username: 'said', memberStatus: 'full', namePinyin: expect.stringContaining('szq') },
      { username: 'unsaid', memberStatus: 'unknown', namePinyin: expect.stringContaining('szq') },
    ])
    await server.stop()
  },
  60_000,
)
