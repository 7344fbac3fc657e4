import type { Action, Language } from '@dangjian/domain/access'
import { IconPencil, type Icon } from '@dangjian/ui/icons'

export interface SchoolPlace {
  /** The page's path, as in `routes.tsx`. */
  readonly to: string
  readonly label: Readonly<Record<Language, string>>
  readonly icon: Icon
  /** On a phone's four tabs as well as on top. */
  readonly tab: boolean
  /** Shown to those whose role could do this; without it, to everybody. */
  readonly action?: Action
}

/** The places of the school: four tabs under the thumb (首页, 课程, 考试, 我的), and what trainers have besides. */
export const places: readonly SchoolPlace[] = [
  {
    to: '/studio',
    label: { 'zh-CN': '教师工作室', en: 'Studio' },
    icon: IconPencil,
    tab: false,
    action: 'training.create-course',
  },
]
