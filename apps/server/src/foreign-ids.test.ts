import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissionTable, Role, type Action, type FileId, type Permission } from '@dangjian/domain/access'
import { insertFile } from '@dangjian/db/access/file-store'
import { sqliteFileIn } from '@dangjian/db/connection/connect'
import { sumTable, withPostgresSource, withSqliteSource, type TableSource } from '@dangjian/db/connection/table-source'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { faultOfSwap, listSwaps, sendSwaps, type Swap } from './testing/foreign-walk.ts'
import type { Walker } from './testing/permission-walk.ts'
import { listProcedures } from './testing/procedures.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'
import { newTwinId } from './testing/twin.ts'
import { buildTwins, type Twins } from './testing/twins.ts'
import { createUndoing } from './testing/undoing.ts'

describe.each(databaseKinds)('ids of another society (%s)', (kind) => {
  const undoing = createUndoing()
  let server: TestServer
  let twins: Twins
  const walkers: Walker[] = []
  beforeAll(async () => {
    server = await startTestServer(kind, { wrap: undoing.wrap })
    server.setClock(Date.parse('2026-11-24T04:00:00Z'))
    twins = await buildTwins(server.services.storage, server.world)
    const content = await server.services.files.write(Buffer.from('一、甲\n1.一。\n'))
    for (const role of Role.options) {
      const visitor = await server.asRole(role, 'a', 1)
      const file = async (purpose: string, mediaType: string): Promise<FileId> => {
        const id = newTwinId<FileId>()
        const lies = { purpose, mediaType, unitId: null, audience: 'unit', createdBy: visitor.personId, createdAt: 0 }
        await server.services.storage.transact((tx) => insertFile(tx, { id, ...content, name: '一.txt', ...lies }))
        return id
      }
      const { headers, personId } = visitor
      const fileId = await file('import', 'text/plain')
      const mediaFileId = await file('course-media', 'video/mp4')
      walkers.push({ name: role, headers, signedIn: true, role, place: 'a', personId, fileId, mediaFileId })
    }
  }, 300_000)
  afterAll(() => server.stop())

  /** Every table but that of sessions, which note when somebody was seen. */
  const sums = (): Promise<Record<string, unknown>> => {
    const read = async (source: TableSource) => {
      const found: Record<string, unknown> = {}
      for (const table of source.tables) if (table !== 'session') found[table] = await sumTable(source, table)
      return found
    }
    return kind === 'sqlite'
      ? withSqliteSource(sqliteFileIn(server.dataDir), read)
      : withPostgresSource(server.services.storage, read)
  }

  it.each(kind === 'sqlite' ? (['b', 'b.office', 'c.group'] as const) : (['b.office'] as const))(
    'are answered like ids that nothing has, tell nothing and change nothing (%s)',
    async (elsewhere) => {
      const swaps = listSwaps(twins, walkers, elsewhere)
      expect(swaps.length).toBeGreaterThan(listProcedures().length)
      undoing.active = true
      const own = await sendSwaps(server.url, swaps, 'own')
      undoing.active = false
      const before = await sums()
      const foreign = await sendSwaps(server.url, swaps, 'foreign')
      const unknown = await sendSwaps(server.url, swaps, 'unknown')
      const faults = swaps.flatMap((swap: Swap, n) => {
        const [mine, theirs, none] = [own[n], foreign[n], unknown[n]]
        return mine && theirs && none ? (faultOfSwap(swap, mine, theirs, none) ?? []) : ['unanswered']
      })
      expect(faults).toEqual([])
      expect(await sums()).toEqual(before)
    },
    300_000,
  )

  it('are found out when the server lets one through', async () => {
    const table = permissionTable as Record<Action, Permission>
    const kept = { ...table }
    Object.assign(table, {
      'organisation.show-unit': { ...kept['organisation.show-unit'], at: 'nothing' },
      'organisation.rename-unit': { ...kept['organisation.rename-unit'], at: 'nothing' },
    })
    undoing.active = true
    try {
      const holes = ['organisation.showUnit', 'organisation.renameUnit']
      const swaps = listSwaps(twins, walkers, 'b.office').filter(({ procedure }) => holes.includes(procedure.path))
      const answers = await sendSwaps(server.url, swaps, 'foreign')
      const none = await sendSwaps(server.url, swaps, 'unknown')
      const faults = swaps.flatMap((swap, n) => {
        const [theirs, nothing] = [answers[n], none[n]]
        return theirs && nothing ? (faultOfSwap(swap, nothing, theirs, nothing) ?? []) : []
      })
      for (const hole of holes) expect(faults.join('\n')).toContain(hole)
    } finally {
      undoing.active = false
      Object.assign(table, kept)
    }
  })
})
