import { z } from 'zod'
import type { Wording } from './words.ts'

/** The roles of the field. Each is granted for a unit, with dates; everyone with an account is a learner besides. */
export const Role = z.enum([
  'associationAdministrator',
  'guidanceCommitteeMember',
  'associationLeader',
  'societySecretary',
  'societyCadre',
  'officeBranchSecretary',
  'workingGroupLeader',
  'disciplineCommissioner',
  'schoolDean',
  'trainer',
  'reviewer',
  'auditor',
  'securityAdministrator',
  'systemOperator',
])
export type Role = z.infer<typeof Role>

/**
 * Three separate offices (三员分立, GB/T 22239): who runs the system, who grants, who reads the log.
 * They exclude one another and every business role, for one person at one time.
 */
export const separatedRoles = ['auditor', 'securityAdministrator', 'systemOperator'] as const satisfies readonly Role[]

export function isSeparatedRole(role: Role): boolean {
  return (separatedRoles as readonly Role[]).includes(role)
}

/** Roles that reach over every society or over the system itself: whoever holds one signs in with a second factor (OWASP ASVS 5.0, 6.3.3). */
export const administrativeRoles = ['associationAdministrator', ...separatedRoles] as const satisfies readonly Role[]

export function isAdministrativeRole(role: Role): boolean {
  return (administrativeRoles as readonly Role[]).includes(role)
}

export const roleWords: Wording<Role> = {
  'zh-CN': {
    associationAdministrator: '科协管理员',
    guidanceCommitteeMember: '指导委员会委员',
    associationLeader: '科协领导',
    societySecretary: '学会党委书记',
    societyCadre: '学会党务干部',
    officeBranchSecretary: '办事机构党组织书记',
    workingGroupLeader: '党的工作小组组长',
    disciplineCommissioner: '纪检委员',
    schoolDean: '党校教务',
    trainer: '党校教师',
    reviewer: '评审专家',
    auditor: '审计员',
    securityAdministrator: '安全管理员',
    systemOperator: '系统管理员',
  },
  en: {
    associationAdministrator: 'Association administrator',
    guidanceCommitteeMember: 'Guidance committee member',
    associationLeader: 'Association leader',
    societySecretary: 'Society Party secretary',
    societyCadre: 'Society Party-affairs cadre',
    officeBranchSecretary: 'Office Party secretary',
    workingGroupLeader: 'Working-group leader',
    disciplineCommissioner: 'Discipline commissioner',
    schoolDean: 'School dean',
    trainer: 'Trainer',
    reviewer: 'Reviewer',
    auditor: 'Auditor',
    securityAdministrator: 'Security administrator',
    systemOperator: 'System operator',
  },
}
