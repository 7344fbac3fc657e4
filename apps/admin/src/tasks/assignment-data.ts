import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@dangjian/api/router'
import { api, queryClient } from '@dangjian/door/api'

type Outputs = inferRouterOutputs<AppRouter>['tasks']
export type ShownAssignment = Outputs['showAssignment']
export type AssignmentRow = Outputs['listAssignments']['rows'][number]
export type SubmittedRow = Outputs['listSubmitted']['rows'][number]
export type PartRow = ShownAssignment['parts'][number]
export type ListedPart = Outputs['listParts']['rows'][number]
export type Evidence = ShownAssignment['evidence'][number]
export type TimelineRow = ShownAssignment['timeline'][number]
export type Clause = ShownAssignment['clauses'][number]
export type Desk = Outputs['showDesk']

/** Whatever shows assignments is asked for anew: one step shows on lists, queue, desk and page alike. */
export async function refreshAssignments(): Promise<void> {
  await queryClient.invalidateQueries(api.tasks.pathFilter())
}
