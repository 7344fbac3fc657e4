import { assignmentStateWords, partStateWords, type AssignmentState, type PartState } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { StateBadge } from '@dangjian/ui/state-badge'
import type { Tone } from '@dangjian/ui/tokens'

export const assignmentTone: Readonly<Record<AssignmentState, Tone>> = {
  assigned: 'neutral',
  accepted: 'active',
  submitted: 'attention',
  returned: 'bad',
  closed: 'good',
  withdrawn: 'closed',
}

const partTone: Readonly<Record<PartState, Tone>> = {
  given: 'neutral',
  done: 'attention',
  returned: 'bad',
  accepted: 'good',
  withdrawn: 'closed',
}

export function AssignmentStateBadge({ state }: { state: AssignmentState }) {
  const word = useWord()
  return <StateBadge tone={assignmentTone[state]}>{word(assignmentStateWords, state)}</StateBadge>
}

export function PartStateBadge({ state }: { state: PartState }) {
  const word = useWord()
  return <StateBadge tone={partTone[state]}>{word(partStateWords, state)}</StateBadge>
}
