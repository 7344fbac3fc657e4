import {
  permissionOf,
  type Action,
  type Permission,
  type PersonId,
  type Role,
  type UnitId,
} from '@dangjian/domain/access'
import { callProcedures, forEachOf, type Call, type ProcedureAnswer } from './call-procedure.ts'
import { listProcedures, type ProcedureInfo } from './procedures.ts'
import { sampleOf } from './sample-input.ts'
import { homeOf, inputAt, siteOf, type Home } from './procedure-target.ts'
import { newTwinId } from './twin.ts'
import { type Twins } from './twins.ts'
import { canaryOf, societyKeys, societyOf, type Place, type World } from './world.ts'

/** Somebody who asks: where they stand and what they wear. */
export interface Walker {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly signedIn: boolean
  readonly role: Role | null
  readonly place: Place
  readonly personId: PersonId | null
  /** A file of their own: what a command attaches must be theirs. */
  readonly fileId: string
  readonly mediaFileId?: string
}

type Verdict = 'permitted' | 401 | 403 | 404

export interface Cell {
  readonly path: string
  readonly walker: string
  readonly scope: Place
  readonly expected: Verdict
}

export interface Mismatch extends Cell {
  readonly found: string
}

export interface WalkOptions {
  readonly url: string
  readonly world: World
  readonly twins: Twins
  readonly walkers: readonly Walker[]
  readonly scopes: readonly Place[]
  /** What the walk holds the server to; the real table unless a test says otherwise. */
  readonly table?: (action: Action) => Permission
  readonly only?: readonly string[]
}

/** Every procedure by every walker in every scope: what the permission table says against what the server does. */
export async function walkPermissions(options: WalkOptions): Promise<{ cells: Cell[]; mismatches: Mismatch[] }> {
  const procedures = listProcedures().filter(({ path }) => !options.only || options.only.includes(path))
  const cells: Cell[] = []
  const mismatches: Mismatch[] = []
  await forEachOf(
    options.walkers,
    async (walker) => {
      const asked = procedures.flatMap((procedure) => errandsOf(procedure, walker, options))
      const answers = await callProcedures(options.url, walker.headers, asked)
      const unknown = new Map<string, ProcedureAnswer>()
      for (const [index, { cell }] of asked.entries()) {
        if (cell.scope === null) unknown.set(cell.path, answers[index] as ProcedureAnswer)
      }
      for (const [index, { cell }] of asked.entries()) {
        if (cell.scope === null) continue
        cells.push(cell as Cell)
        const answer = answers[index] as ProcedureAnswer
        const wrong = faultOf(cell.expected, answer, unknown.get(cell.path)) ?? leakOf(walker, answer)
        if (wrong) mismatches.push({ ...(cell as Cell), found: wrong })
      }
    },
    2,
  )
  return { cells, mismatches }
}

interface Errand extends Call {
  /** `scope` is null where ids are asked for that nothing has. */
  readonly cell: Omit<Cell, 'scope'> & { readonly scope: Place | null }
}

function errandsOf(procedure: ProcedureInfo, walker: Walker, options: WalkOptions): Errand[] {
  const row = (options.table ?? permissionOf)(procedure.action)
  const errands = options.scopes.map((scope): Errand => {
    const site = siteOf(procedure, options.twins, scope)
    const home = homeOf(procedure, site, walker, options.world)
    const expected = verdict(row, walker, home, options.world)
    const cell = { path: procedure.path, walker: walker.name, scope, expected }
    return { procedure, cell, input: inputAt(procedure, site, walker) }
  })
  if (!errands.some(({ cell }) => cell.expected === 404)) return errands
  const strange = inputFor(procedure, (brand) => (brand === 'FileId' ? walker.fileId : newTwinId()))
  const cell = { path: procedure.path, walker: walker.name, scope: null, expected: 404 } as const
  return [...errands, { procedure, cell, input: strange }]
}

function faultOf(expected: Verdict, answer: ProcedureAnswer, unknown: ProcedureAnswer | undefined): string | undefined {
  const denied = { 401: 'sign-in-needed', 403: 'role-lacks-action', 404: 'not-found' } as const
  const said = `${answer.status} ${answer.refusal}`
  if (answer.status === 400 || answer.status >= 500) return `${said}: ${answer.text.slice(0, 300)}`
  if (expected === 'permitted') return Object.values(denied).some((word) => word === answer.refusal) ? said : undefined
  if (answer.status !== expected || answer.refusal !== denied[expected]) return said
  if (expected === 404 && unknown && answer.text !== unknown.text) return `${said}, told apart from what does not exist`
  return undefined
}

/** Nothing of another society is in any answer to somebody who stands in one. */
function leakOf(walker: Walker, answer: ProcedureAnswer): string | undefined {
  const own = societyOf(walker.place)
  const leaked = own && societyKeys.find((key) => key !== own && answer.text.includes(canaryOf(key)))
  return leaked ? `${answer.status}, tells of society ${leaked}` : undefined
}

/** The table's own words, read here a second time and independently of the server. */
function verdict(row: Permission, walker: Walker, home: Home | 'nowhere', world: World): Verdict {
  if (row.public) return 'permitted'
  if (!walker.signedIn) return 401
  const mayAtAll = row.signedIn || row.self || (walker.role && row.roles?.[walker.role])
  if (home === 'nowhere') return mayAtAll ? 404 : 403
  if (row.signedIn || (row.self && home.personId === walker.personId)) return 'permitted'
  const reach = walker.role ? row.roles?.[walker.role] : undefined
  if (!reach) return row.self ? 404 : 403
  if (row.at === 'nothing') return 'permitted'
  const covered = home.units.some((unitId) => {
    if (unitId === world.units[walker.place]) return true
    return reach === 'subtree' && isBeneath(unitId, walker.place, world)
  })
  return covered ? 'permitted' : 404
}

function isBeneath(unitId: UnitId, place: Place, world: World): boolean {
  const [at] = (Object.keys(world.units) as Place[]).filter((each) => world.units[each] === unitId)
  return place === 'association' || (at !== undefined && !place.includes('.') && societyOf(at) === place)
}

function inputFor(procedure: ProcedureInfo, id: (brand: string) => string): unknown {
  return sampleOf(procedure.input, { id, filled: false }).value
}
