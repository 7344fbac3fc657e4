import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissionTable, purposeRules, Role, type Action, type FileId, type Permission } from '@dangjian/domain/access'
import { insertFile } from '@dangjian/db/access/file-store'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { listProcedures } from './testing/procedures.ts'
import { walkPermissions, type Mismatch, type Walker } from './testing/permission-walk.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import { newTwinId } from './testing/twin.ts'
import { buildTwins, type Twins } from './testing/twins.ts'
import { createUndoing } from './testing/undoing.ts'
import type { Place } from './testing/world.ts'

/** Rows that no procedure names: files come and go on their own routes. */
const fileActions = [
  ...Object.values(purposeRules).map(({ action }) => action),
  'access.open-file',
  'access.open-learners-file',
]
const said = (mismatches: readonly Mismatch[]): string[] =>
  mismatches.map(
    (each) => `${each.path} by ${each.walker} in ${each.scope}: ${each.expected} expected, found ${each.found}`,
  )

describe('the permission table', () => {
  it('has a row for every procedure, of the procedure’s kind, and no row that nothing uses', () => {
    const used = new Set<string>(fileActions)
    for (const { path, type, action } of listProcedures()) {
      used.add(action)
      const row: Permission | undefined = permissionTable[action]
      expect(row, path).toBeDefined()
      expect(row?.kind, path).toBe(type === 'mutation' ? 'command' : 'query')
    }
    expect(Object.keys(permissionTable).filter((action) => !used.has(action))).toEqual([])
  })
})

describe.each(databaseKinds)('every procedure by every role in every scope over HTTP (%s)', (kind) => {
  const undoing = createUndoing()
  let server: TestServer
  let twins: Twins
  beforeAll(async () => {
    server = await startTestServer(kind, { wrap: undoing.wrap })
    server.setClock(Date.parse('2026-11-24T04:00:00Z'))
    twins = await buildTwins(server.services.storage, server.world)
  }, 300_000)
  afterAll(() => server.stop())

  const walker = async (name: string, visitor: Visitor | null, role: Role | null, place: Place): Promise<Walker> => {
    const fileId = newTwinId<FileId>()
    if (visitor) {
      const content = await server.services.files.write(Buffer.from('一、甲\n1.一。\n'))
      await server.services.storage.transact((tx) =>
        insertFile(tx, {
          id: fileId,
          ...content,
          name: '一.txt',
          mediaType: 'text/plain',
          purpose: 'import',
          unitId: null,
          audience: 'unit',
          createdBy: visitor.personId,
          createdAt: 0,
        }),
      )
    }
    const headers = visitor?.headers ?? { 'x-dangjian': '1' }
    const personId = visitor?.personId ?? null
    return { name, headers, signedIn: visitor !== null, role, place, personId, fileId }
  }
  const wearers = (place: Place, roles: readonly Role[] = Role.options) =>
    Promise.all(roles.map(async (role) => walker(role, await server.asRole(role, place, 2), role, place)))
  const walk = async (walkers: Walker[], scopes: Place[]) => {
    undoing.active = true
    try {
      const { cells, mismatches } = await walkPermissions({
        url: server.url,
        world: server.world,
        twins,
        walkers,
        scopes,
      })
      expect(cells).toHaveLength(listProcedures().length * walkers.length * scopes.length)
      return said(mismatches)
    } finally {
      undoing.active = false
    }
  }

  it('answers as the table says in one’s own society, above, beneath, beside and elsewhere', async () => {
    // Permission is asked in the same words on both; the second is walked by fewer, for time.
    const roles = kind === 'sqlite' ? Role.options : (['societyCadre', 'associationAdministrator', 'trainer'] as const)
    expect(await walk(await wearers('a', roles), ['a', 'association', 'a.office', 'b', 'b.office'])).toEqual([])
  }, 300_000)

  it('answers as the table says at a unit beneath a society', async () => {
    const roles = ['officeBranchSecretary', 'workingGroupLeader', 'societyCadre', 'trainer'] as const
    expect(await walk(await wearers('a.office', roles), ['a.office', 'a', 'a.group', 'b.office'])).toEqual([])
  }, 300_000)

  it('answers as the table says at the association', async () => {
    const roles = [
      'associationAdministrator',
      'associationLeader',
      'securityAdministrator',
      'systemOperator',
      'schoolDean',
    ]
    expect(await walk(await wearers('association', roles as Role[]), ['association', 'a', 'b.office'])).toEqual([])
  }, 300_000)

  it('answers as the table says to nobody, to a learner, and to whom a role or an account was taken from', async () => {
    const learner = await server.asRole(null, 'a', 0)
    const former = await server.asRole('associationAdministrator', 'a.committee', 0)
    const disabled = await server.asRole('associationAdministrator', 'a.committee', 2)
    await server.services.storage.transact(async (tx) => {
      await tx.updateTable('roleGrant').set({ toOn: '2026-11-23' }).where('personId', '=', former.personId).execute()
      await tx.updateTable('account').set({ disabledAt: 1 }).where('personId', '=', disabled.personId).execute()
    })
    const member = await server.asRole('reviewer', 'a', 1)
    const halves = [
      await walker('member with things of their own', member, 'reviewer', 'a'),
      await walker('nobody', null, null, 'a'),
      await walker('learner', learner, null, 'a'),
      await walker('former administrator', former, null, 'a.committee'),
      { ...(await walker('disabled account', disabled, null, 'a.committee')), signedIn: false },
    ]
    expect(await walk(halves, ['a', 'association', 'b'])).toEqual([])
  }, 300_000)

  it('lets files in by the purposes of a role, and out by its scope', async () => {
    const { storage, files } = server.services
    const content = await files.write(Buffer.from('材料'))
    await storage.transact((tx) => tx.updateTable('file').set(content).where('purpose', '=', 'evidence').execute())
    const faults: string[] = []
    for (const { role, headers } of await wearers('a')) {
      const row = (action: Action): Permission => permissionTable[action]
      const may = (action: Action): boolean => Boolean(row(action).signedIn ?? row(action).roles?.[role as Role])
      for (const [purpose, { action }] of Object.entries(purposeRules)) {
        const body = new FormData()
        body.append('file', new Blob(['材料']), '材料.txt')
        const { status } = await fetch(`${server.url}/files?purpose=${purpose}`, { method: 'POST', headers, body })
        if ((status !== 403) !== may(action) || status === 401) faults.push(`${role} uploads ${purpose}: ${status}`)
      }
      const session = await fetch(`${server.url}/trpc/access.session`, { headers })
      const { result } = (await session.json()) as { result: { data: { actingGrantId: string } } }
      const wearing = { ...headers, 'x-acting-grant': result.data.actingGrantId }
      for (const scope of ['a', 'a.office', 'association', 'b', 'b.office'] as const) {
        const { status } = await fetch(`${server.url}/files/${twins[scope].FileId?.id}`, { headers: wearing })
        const expected = may('access.open-file') && scope.startsWith('a') && scope !== 'association' ? 200 : 404
        if (status !== expected) faults.push(`${role} opens a file of ${scope}: ${status}`)
      }
    }
    expect(faults).toEqual([])
  }, 300_000)

  it('finds a hole that somebody makes in the server', async () => {
    const table = permissionTable as Record<Action, Permission>
    const kept = { ...table }
    const holes: Partial<Record<Action, Permission>> = {
      // Anyone signed in may read the log.
      'access.list-audit-entries': { ...kept['access.list-audit-entries'], signedIn: true },
      // A scope is not asked for any more.
      'organisation.show-unit': { ...kept['organisation.show-unit'], at: 'nothing' },
      // A role too many.
      'organisation.rename-unit': { kind: 'command', at: 'unit', roles: { trainer: 'subtree' } },
    }
    Object.assign(table, holes)
    undoing.active = true
    try {
      const { mismatches } = await walkPermissions({
        url: server.url,
        world: server.world,
        twins,
        walkers: await wearers('a'),
        scopes: ['a', 'b'],
        table: (action) => kept[action],
        only: ['access.listAuditEntries', 'organisation.showUnit', 'organisation.renameUnit'],
      })
      expect(new Set(mismatches.map(({ path }) => path)).size).toBe(3)
      expect(said(mismatches)).toContainEqual(
        expect.stringContaining('organisation.showUnit by societyCadre in b: 404'),
      )
    } finally {
      Object.assign(table, kept)
      undoing.active = false
    }
  })
})
