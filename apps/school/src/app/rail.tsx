import type { Action, Language } from '@dangjian/domain/access'
import { IconBook, IconClipboardCheck, IconHome, IconPencil, IconUserCircle, type Icon } from '@dangjian/ui/icons'

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
  { to: '/', label: { 'zh-CN': '首页', en: 'Home' }, icon: IconHome, tab: true },
  { to: '/courses', label: { 'zh-CN': '课程', en: 'Courses' }, icon: IconBook, tab: true },
  { to: '/exams', label: { 'zh-CN': '考试', en: 'Exams' }, icon: IconClipboardCheck, tab: true },
  { to: '/me', label: { 'zh-CN': '我的', en: 'Me' }, icon: IconUserCircle, tab: true },
  {
    to: '/studio',
    label: { 'zh-CN': '教师工作室', en: 'Studio' },
    icon: IconPencil,
    tab: false,
    action: 'training.create-course',
  },
]
