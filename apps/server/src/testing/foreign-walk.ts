import { permissionOf, type Role } from '@dangjian/domain/access'
import { callProcedures, type Call, type ProcedureAnswer } from './call-procedure.ts'
import type { Walker } from './permission-walk.ts'
import { inputAt, siteOf, type Site } from './procedure-target.ts'
import { listProcedures, type ProcedureInfo } from './procedures.ts'
import { sampleOf, withId, type IdPlace } from './sample-input.ts'
import { newTwinId } from './twin.ts'
import { type Twins } from './twins.ts'
import { canaryOf, type Place } from './world.ts'

/** One id of an input, replaced by another's. */
export interface Swap {
  readonly procedure: ProcedureInfo
  readonly walker: Walker
  readonly at: IdPlace
  /** The input as the walker might rightly send it, with the foreign id, and with one that nothing has. */
  readonly own: unknown
  readonly foreign: unknown
  readonly unknown: unknown
}

/** Ids that the client makes itself, as it writes: they refer to nothing. */
const written = new Set([
  'tasks.saveWorkPlan:ClauseId',
  'training.saveCourseDraft:SectionId',
  'training.saveCourseDraft:LessonId',
])
/** What the association made for everybody is foreign to nobody. */
const everybodys = new Set(['WorkPlanId', 'ClauseId'])

/** How many forms an input may have at most, e.g. a lesson: text, recording, PDF, quiz. */
const FORMS = [undefined, 0, 1, 2, 3] as const

/** Every id of every procedure, for everyone of a society who may call it, with the twin of another place. */
export function listSwaps(twins: Twins, walkers: readonly Walker[], elsewhere: Place): Swap[] {
  return listProcedures().flatMap((procedure) => {
    const sites = { own: siteOf(procedure, twins, 'a'), strange: siteOf(procedure, twins, elsewhere) }
    const able = walkers.filter((walker) => mayCall(procedure, walker.role))
    // What everyone may do, everyone does alike: one of them is enough.
    const callers = permissionOf(procedure.action).roles ? able : able.slice(0, 1)
    return formsOf(procedure).flatMap((form) => {
      const { ids } = sampleOf(procedure.input, { id: () => '', filled: true, ...(form === undefined ? {} : { form }) })
      const named = ids.filter(({ brand }) => !everybodys.has(brand) && !written.has(`${procedure.path}:${brand}`))
      return callers.flatMap((walker) => named.map((at) => swapOf(procedure, walker, at, sites, form)))
    })
  })
}

/** Each form once: one of an input without alternatives. */
function formsOf(procedure: ProcedureInfo): (number | undefined)[] {
  const seen = new Set<string>()
  return FORMS.filter((form) => {
    const options = { id: () => '', filled: true, ...(form === undefined ? {} : { form }) }
    const shape = JSON.stringify(sampleOf(procedure.input, options).value) ?? ''
    return seen.size < seen.add(shape).size
  })
}

function mayCall(procedure: ProcedureInfo, role: Role | null): boolean {
  const row = permissionOf(procedure.action)
  return Boolean(row.self || row.signedIn || row.public || (role && row.roles?.[role]))
}

function swapOf(
  procedure: ProcedureInfo,
  walker: Walker,
  at: IdPlace,
  sites: { readonly own: Site; readonly strange: Site },
  form: number | undefined,
): Swap {
  const own = inputAt(procedure, sites.own, walker, { filled: true, ...(form === undefined ? {} : { form }) })
  const id = sites.strange.twins[at.brand]?.id
  if (!id) throw new Error(`There is no twin of ${at.brand} for ${procedure.path}: give it one in testing/twins.`)
  return { procedure, walker, at, own, foreign: withId(own, at.path, id), unknown: withId(own, at.path, newTwinId()) }
}

/** Sends one of the inputs of every swap and answers in their order. */
export async function sendSwaps(
  url: string,
  swaps: readonly Swap[],
  which: 'own' | 'foreign' | 'unknown',
): Promise<ProcedureAnswer[]> {
  const answers: ProcedureAnswer[] = []
  for (const walker of new Set(swaps.map((swap) => swap.walker))) {
    const indexes = [...swaps.keys()].filter((index) => swaps[index]?.walker === walker)
    const calls = indexes.map((index): Call => {
      const swap = swaps[index] as Swap
      return { procedure: swap.procedure, input: swap[which] }
    })
    const given = await callProcedures(url, walker.headers, calls)
    for (const [n, index] of indexes.entries()) answers[index] = given[n] as ProcedureAnswer
  }
  return answers
}

/** What is wrong with an answer to somebody else's id: it must be the answer to an id that nothing has. */
export function faultOfSwap(
  swap: Swap,
  own: ProcedureAnswer,
  foreign: ProcedureAnswer,
  unknown: ProcedureAnswer,
): string | undefined {
  const where = `${swap.procedure.path} ${swap.at.path.join('.')} by ${swap.walker.name}`
  const said = `${foreign.status} ${foreign.refusal}`
  if ((['b', 'c'] as const).some((key) => foreign.text.includes(canaryOf(key)))) return `${where}: ${said}, tells`
  if (foreign.status >= 500 || foreign.status === 400) return `${where}: ${said} ${foreign.text.slice(0, 200)}`
  // A place in a list, not a thing: what comes behind it comes behind it, whoever's it was.
  if (swap.at.path.includes('cursor')) return undefined
  if (foreign.text !== unknown.text) return `${where}: ${said}, but ${unknown.status} ${unknown.refusal} for none`
  if (swap.procedure.type === 'query') return undefined
  if (foreign.status === 200) return `${where}: done`
  // A rule may say no before the id is looked at: then it says so to one's own as well.
  if (foreign.status !== 404 && foreign.text !== own.text) return `${where}: ${said}`
  return undefined
}
