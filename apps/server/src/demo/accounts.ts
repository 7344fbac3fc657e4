import type { DemoAccount } from '@dangjian/api/context'
import type { Role } from '@dangjian/domain/access'

/** Where a demo account's role is granted; each wing's seeder finds the unit by it. */
export type DemoPlace = 'association' | 'society' | 'office' | 'workingGroup'

export interface DemoAccountPlan extends DemoAccount {
  readonly role: Role | null
  readonly place: DemoPlace
}

const PASSWORD = 'dangjian-2026'

function account(
  username: string,
  name: string,
  role: Role | null,
  place: DemoPlace,
  door: 'admin' | 'school',
  zh: string,
  en: string,
): DemoAccountPlan {
  return { username, password: PASSWORD, name, role, place, door, purpose: { 'zh-CN': zh, en } }
}

/** Invented people, one for each part of the way. All share one password, shown on the sign-in page in demo mode only. */
export const demoAccountPlans: readonly DemoAccountPlan[] = [
  account(
    'plan',
    '林知远',
    'associationAdministrator',
    'association',
    'admin',
    '科协管理员：编工作要点、派任务、审报送、管组织',
    'Association administrator: plan, tasks, review, organisation',
  ),
  account(
    'leader',
    '沈望舒',
    'associationLeader',
    'association',
    'admin',
    '科协领导：看全景图',
    'Association leader: reads the panorama',
  ),
  account(
    'society',
    '顾清和',
    'societySecretary',
    'society',
    'admin',
    '学会党委书记：接任务、分解、报送',
    'Society Party secretary: accepts, breaks down, submits',
  ),
  account(
    'cadre',
    '苏若溪',
    'societyCadre',
    'society',
    'admin',
    '学会党务干部：办理任务，也在党校学习',
    'Society cadre: does the tasks, learns in the school',
  ),
  account(
    'office',
    '秦牧野',
    'officeBranchSecretary',
    'office',
    'admin',
    '办事机构党支部书记：办理分解到本支部的任务',
    'Office Party secretary: does the parts given to the office',
  ),
  account(
    'group',
    '叶晚舟',
    'workingGroupLeader',
    'workingGroup',
    'admin',
    '党的工作小组组长：办理分解到本小组的任务',
    'Working-group leader: does the parts given to the group',
  ),
  account(
    'trainer',
    '江映雪',
    'trainer',
    'association',
    'school',
    '党校教师：制作课程、管理题库',
    'Trainer: makes courses, keeps the question bank',
  ),
  account(
    'dean',
    '陆明川',
    'schoolDean',
    'association',
    'school',
    '党校教务：查看课程与学员进度',
    'School dean: watches over courses and learners',
  ),
  account(
    'learner',
    '白星遥',
    null,
    'society',
    'school',
    '学员：学课程、考试、得学时和证书',
    'Learner: courses, exams, hours, certificates',
  ),
  account(
    'security',
    '方守一',
    'securityAdministrator',
    'association',
    'admin',
    '安全管理员：只管授权',
    'Security administrator: grants roles only',
  ),
  account(
    'auditor',
    '岑静言',
    'auditor',
    'association',
    'admin',
    '审计员：只读审计日志',
    'Auditor: reads the audit log only',
  ),
  account(
    'operator',
    '石承安',
    'systemOperator',
    'association',
    'admin',
    '系统管理员：管账号，不见业务数据',
    'System operator: accounts, no business data',
  ),
]

export const demoAccounts: readonly DemoAccount[] = demoAccountPlans.map(
  ({ username, password, name, purpose, door }) => ({ username, password, name, purpose, door }),
)
