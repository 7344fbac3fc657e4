import type { PersonId, UnitId } from '@dangjian/domain/access'
import type { ProcedureInfo } from './procedures.ts'
import { sampleOf } from './sample-input.ts'
import type { Twin } from './twin.ts'
import type { Twins } from './twins.ts'
import { societyOf, type Place, type World } from './world.ts'

/** Where the thing is that a procedure acts on. */
export interface Home {
  /** Units through any of which it is reached. */
  readonly units: readonly UnitId[]
  readonly personId: PersonId | undefined
}

/** The things of one place, by brand. */
export interface Site {
  readonly place: Place
  readonly twins: Readonly<Record<string, Twin>>
}

/** Who calls: files that a command attaches are theirs. */
interface Caller {
  readonly personId: PersonId | null
  readonly fileId: string
  /** Uploaded for a course. */
  readonly mediaFileId?: string
  readonly place: Place
}

/** Brands that say whom or what a procedure uses; it acts on them only where it names nothing else. */
const incidental = new Set(['FileId', 'UnitId', 'PersonId'])

/**
 * Procedures whose target is not the first thing that they name, each with the reason. They are few, and written by hand
 * on purpose: this is what the server is held to.
 */
const targets: Readonly<Record<string, (site: Site, caller: Caller, world: World) => Home | 'nowhere'>> = {
  // A unit finishes its own part; its society does everything else with it.
  'tasks.finishPart': ({ place }, _caller, world) => at(world.units[place]),
  // A task is read at the association, and in the society that has it.
  'tasks.showTask': readersOfTask,
  'tasks.listTaskAssignments': readersOfTask,
  'tasks.exportTaskAssignments': readersOfTask,
  // Plans are the association's, whatever societies a task would reach.
  'tasks.previewReach': (_site, _caller, world) => at(world.units.association),
  // A clause is everybody's; what is asked is how the unit answers it.
  'panorama.showClause': ({ place }, _caller, world) => at(world.units[place]),
  // A published course is open to whoever belongs to its unit or beneath; what is begun or shown is one's own study of it.
  'training.showCourse': ownStudy,
  'training.enrol': ownStudy,
  // Societies are founded in the association and nowhere else.
  'organisation.foundSociety': associationOnly,
  // The association has no superior that could do this to it.
  ...Object.fromEntries(
    'activate apply approve decide reject suspend resume merge dissolve rename'
      .split(' ')
      .map((act) => [`organisation.${act}Unit`, belowAssociation]),
  ),
  // Only a unit of the three tiers has rules to be excepted from: it is told one.
  'organisation.approveException': ({ twins }) => at(twins.UnitId?.unitId as UnitId),
}

function at(unitId: UnitId): Home {
  return { units: [unitId], personId: undefined }
}

function ownStudy({ place }: Site, caller: Caller): Home {
  const open = place === 'association' || place === caller.place || place === societyOf(caller.place)
  return { units: [], personId: open ? (caller.personId ?? undefined) : undefined }
}

function readersOfTask({ twins }: Site): Home {
  return {
    units: [twins.TaskId, twins.AssignmentId].flatMap((twin) => (twin ? [twin.unitId] : [])),
    personId: undefined,
  }
}

function associationOnly({ place }: Site, _caller: Caller, world: World): Home | 'nowhere' {
  return place === 'association' ? at(world.units.association) : 'nowhere'
}

function belowAssociation({ place }: Site, _caller: Caller, world: World): Home | 'nowhere' {
  return place === 'association' ? 'nowhere' : at(world.units[place])
}

/** Procedures that are told societies where they ask for units. */
const societiesFor = new Set(['tasks.previewReach', 'tasks.giveTask', 'tasks.draftTask', 'tasks.changeTask'])
/** Procedures that are told a unit beneath a society. */
const beneathFor = new Set(['tasks.givePart', 'organisation.approveException'])

/** Procedures that are told a lesson of a certain kind. */
const lessonsFor: Readonly<Record<string, string>> = {
  'training.openPlay': 'VideoLessonId',
  'training.reportPlay': 'VideoLessonId',
  'training.recordPosition': 'TextLessonId',
  'training.finishLesson': 'TextLessonId',
}

/** Everything that a procedure names, at a place; at the first society where the place has none of something. */
export function siteOf(procedure: ProcedureInfo, twins: Twins, scope: Place): Site {
  const { ids } = sampleOf(procedure.input, { id: () => '', filled: true })
  const society = societyOf(scope)
  const complete = ids.every(({ brand }) => brand in twins[scope])
  const place = complete || society ? scope : 'a'
  const lesson = lessonsFor[procedure.path]
  const asked = lesson ? { ...twins[place], LessonId: of(twins, place, lesson) } : twins[place]
  if (societiesFor.has(procedure.path))
    return { place, twins: { ...asked, UnitId: of(twins, society ?? 'a', 'UnitId') } }
  if (!beneathFor.has(procedure.path)) return { place, twins: asked }
  const office = `${society ?? 'a'}.office` as const
  return { place, twins: { ...asked, UnitId: of(twins, office, 'UnitId'), PersonId: of(twins, office, 'PersonId') } }
}

function of(twins: Twins, place: Place, brand: string): Twin {
  return twins[place][brand] as Twin
}

export function homeOf(procedure: ProcedureInfo, site: Site, caller: Caller, world: World): Home | 'nowhere' {
  const written = targets[procedure.path]
  if (written) return written(site, caller, world)
  const brands = brandsOf(procedure)
  const anchor =
    brands.find((brand) => !incidental.has(brand)) ?? ['UnitId', 'PersonId'].find((brand) => brands.includes(brand))
  // What names nothing is about the caller, or the association at large.
  if (!anchor) return { units: [world.units.association], personId: caller.personId ?? undefined }
  const twin = site.twins[anchor]
  if (!twin) throw new Error(`There is no twin of ${anchor} for ${procedure.path}: give it one in testing/twins.`)
  return { units: [twin.unitId], personId: twin.personId }
}

function brandsOf(procedure: ProcedureInfo): string[] {
  return sampleOf(procedure.input, { id: () => '', filled: false }).ids.map(({ brand }) => brand)
}

/** An input with the ids of a site; `filled` names what may be left out as well, `form` chooses among several forms. */
export function inputAt(
  procedure: ProcedureInfo,
  site: Site,
  caller: Caller,
  { filled = false, form }: { readonly filled?: boolean; readonly form?: number } = {},
): unknown {
  const id = (brand: string): string => {
    if (brand === 'FileId') {
      return procedure.path === 'training.saveCourseDraft' ? (caller.mediaFileId ?? caller.fileId) : caller.fileId
    }
    const twin = site.twins[brand]
    if (!twin) throw new Error(`There is no twin of ${brand} for ${procedure.path}: give it one in testing/twins.`)
    return twin.id
  }
  return sampleOf(procedure.input, {
    id,
    filled,
    ...(form === undefined ? {} : { form }),
  }).value
}
