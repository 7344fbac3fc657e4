import { assignmentStateWords, type AssignmentState } from '@dangjian/domain/tasks'
import type { useWord } from '@dangjian/door/word'
import type { Segment } from '@dangjian/ui/segment-bar'
import type { Tone } from '@dangjian/ui/tokens'
import type { Work } from './panorama-data.ts'

/** The states that work is counted in, from done to not begun, each with its tone. */
export const workStates = [
  ['closed', 'good'],
  ['submitted', 'attention'],
  ['accepted', 'active'],
  ['returned', 'bad'],
  ['assigned', 'neutral'],
] as const satisfies readonly (readonly [AssignmentState, Tone])[]

export type WorkState = (typeof workStates)[number][0]

export function workSegments(work: Work, word: ReturnType<typeof useWord>): (Segment & { readonly key: WorkState })[] {
  return workStates.map(([key, tone]) => ({ key, tone, label: word(assignmentStateWords, key), value: work[key] }))
}
