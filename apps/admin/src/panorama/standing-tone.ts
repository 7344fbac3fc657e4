import type { SocietyStanding } from '@dangjian/domain/panorama'
import type { Tone } from '@dangjian/ui/tokens'

export const standingTone: Readonly<Record<SocietyStanding, Tone>> = {
  overdue: 'bad',
  returned: 'attention',
  toAccept: 'neutral',
  working: 'active',
  waiting: 'active',
  done: 'good',
  nothing: 'closed',
}
