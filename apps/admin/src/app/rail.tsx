import type { Action, Language } from '@dangjian/domain/access'
import {
  IconArrowsSplit,
  IconChartBar,
  IconClipboardCheck,
  IconClipboardList,
  IconKey,
  IconLayoutDashboard,
  IconListTree,
  IconSchool,
  IconShieldCheck,
  IconUsers,
  IconBuildingCommunity,
  IconCalendarDue,
  IconFileImport,
  IconHierarchy3,
  type Icon,
} from '@dangjian/ui/icons'

export interface RailItem {
  /** The page's path, as in `routes.tsx`. */
  readonly to: string
  readonly label: Readonly<Record<Language, string>>
  /** Pinyin initials of the Chinese label, for the palette. */
  readonly initials: string
  readonly icon: Icon
  /** Shown to those whose role could do this; without it, to everybody. */
  readonly action?: Action
}

export interface RailWing {
  readonly key: 'desk' | 'tasks' | 'organisation' | 'training' | 'panorama' | 'system'
  readonly items: readonly RailItem[]
}

/** The pages of the console, by wing, in the order of the rail. A wing of which one may see nothing is not shown. */
export const rail: readonly RailWing[] = [
  {
    key: 'desk',
    items: [
      {
        to: '/',
        label: { 'zh-CN': '工作台', en: 'Desk' },
        initials: 'gzt',
        icon: IconLayoutDashboard,
        action: 'tasks.show-desk',
      },
    ],
  },
  {
    key: 'tasks',
    items: [
      {
        to: '/tasks/plans',
        label: { 'zh-CN': '工作要点', en: 'Work points' },
        initials: 'gzyd',
        icon: IconListTree,
        action: 'tasks.list-work-plans',
      },
      {
        to: '/tasks/assignments',
        label: { 'zh-CN': '本年任务', en: "This year's assignments" },
        initials: 'bnrw',
        icon: IconClipboardList,
        action: 'tasks.list-assignments',
      },
      {
        to: '/tasks/review',
        label: { 'zh-CN': '审核报送', en: 'Review' },
        initials: 'shbs',
        icon: IconClipboardCheck,
        action: 'tasks.list-submitted',
      },
      {
        to: '/tasks/parts',
        label: { 'zh-CN': '分解任务', en: 'Parts' },
        initials: 'fjrw',
        icon: IconArrowsSplit,
        action: 'tasks.finish-part',
      },
    ],
  },
  {
    key: 'organisation',
    items: [
      {
        to: '/organisation/coverage',
        label: { 'zh-CN': '组织覆盖', en: 'Coverage' },
        initials: 'zzfg',
        icon: IconHierarchy3,
        action: 'organisation.show-coverage',
      },
      {
        to: '/organisation/societies',
        label: { 'zh-CN': '全国学会', en: 'National societies' },
        initials: 'qgxh',
        icon: IconBuildingCommunity,
        action: 'organisation.list-societies',
      },
      {
        to: '/organisation/people',
        label: { 'zh-CN': '人员', en: 'People' },
        initials: 'ry',
        icon: IconUsers,
        action: 'organisation.list-people',
      },
      {
        to: '/organisation/elections',
        label: { 'zh-CN': '换届与空缺', en: 'Elections and vacancies' },
        initials: 'hjykq',
        icon: IconCalendarDue,
        action: 'organisation.list-elections-due',
      },
      {
        to: '/organisation/import',
        label: { 'zh-CN': '导入学会名单', en: 'Import societies' },
        initials: 'drxhmd',
        icon: IconFileImport,
        action: 'organisation.confirm-society-import',
      },
    ],
  },
  {
    key: 'training',
    items: [
      {
        to: '/training/progress',
        label: { 'zh-CN': '学习进度', en: 'Learning' },
        initials: 'xxjd',
        icon: IconSchool,
        action: 'training.list-course-learners',
      },
    ],
  },
  {
    key: 'panorama',
    items: [
      {
        to: '/panorama',
        label: { 'zh-CN': '全景图', en: 'Panorama' },
        initials: 'qjt',
        icon: IconChartBar,
        action: 'panorama.show-panorama',
      },
    ],
  },
  {
    key: 'system',
    items: [
      {
        to: '/system/role-grants',
        label: { 'zh-CN': '角色授权', en: 'Role grants' },
        initials: 'jssq',
        icon: IconKey,
        action: 'access.list-role-grants',
      },
      {
        to: '/system/accounts',
        label: { 'zh-CN': '账号管理', en: 'Accounts' },
        initials: 'zhgl',
        icon: IconUsers,
        action: 'access.create-account',
      },
      {
        to: '/system/audit-log',
        label: { 'zh-CN': '审计日志', en: 'Audit log' },
        initials: 'sjrz',
        icon: IconShieldCheck,
        action: 'access.list-audit-entries',
      },
    ],
  },
]
