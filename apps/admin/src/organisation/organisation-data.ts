import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@dangjian/api/router'
import type { Action } from '@dangjian/domain/access'
import type { ElectionStep, TermStanding, UnitState } from '@dangjian/domain/organisation'
import type { Tone } from '@dangjian/ui/tokens'
import { api, queryClient } from '@dangjian/door/api'

type Outputs = inferRouterOutputs<AppRouter>['organisation']
export type ShownUnit = Outputs['showUnit']
export type UnitRow = ShownUnit['unit']
export type SocietyRow = Outputs['listSocieties']['rows'][number]
export type CoverageCell = Outputs['showCoverage']['cells'][number]
export type PeopleAsked = inferRouterInputs<AppRouter>['organisation']['countPeople']
export type PersonRow = Outputs['listPeople']['rows'][number]
export type ElectionCourse = NonNullable<Outputs['showElectionCourse']>
export type TakenStep = ElectionCourse['courses'][number][number]
export type ElectionUnderWay = Outputs['listElectionCourses'][number]
export type ElectionDue = Outputs['listElectionsDue'][number]
export type VacantUnit = Outputs['listVacantPosts'][number]
export type ImportPreview = Outputs['previewSocietyImport']
export type ImportLine = ImportPreview['lines'][number]
export type ExportedFile = Outputs['exportSocieties']

/** Whatever shows the organisation is asked for anew: one step shows on lists, coverage and pages alike. */
export async function refreshOrganisation(): Promise<void> {
  await queryClient.invalidateQueries(api.organisation.pathFilter())
}

export const toneOfState: Readonly<Record<UnitState, Tone>> = {
  planned: 'neutral',
  applied: 'attention',
  approved: 'active',
  decided: 'active',
  active: 'good',
  suspended: 'attention',
  merged: 'closed',
  dissolved: 'closed',
}

export const toneOfStanding: Readonly<Record<TermStanding, Tone>> = {
  running: 'good',
  due12: 'neutral',
  due6: 'active',
  due3: 'attention',
  overdue: 'bad',
}

/** What whoever takes a step of an election must be allowed to do. */
export function electionActionOf(step: ElectionStep): Action {
  return step === 'result' ? 'organisation.record-election' : `organisation.${step}-election`
}

/** How far an election is, as a tone: sent back is bad, what waits for a reply asks for attention. */
export function toneOfStage(stage: ElectionStep | null): Tone {
  if (stage === null) return 'neutral'
  if (stage === 'reject') return 'bad'
  return stage === 'request' || stage === 'result' ? 'attention' : 'active'
}

/** Hands a file that the server made to the browser to be saved. */
export function saveExported({ fileName, mediaType, base64 }: ExportedFile): void {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
