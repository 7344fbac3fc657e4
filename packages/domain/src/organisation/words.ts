import type { Wording } from '../access/words.ts'
import type { MemberStatus } from './person.ts'
import type { Post } from './post.ts'
import type { TermStanding } from './term.ts'
import type { Affiliation, SocietyCategory, UnitForm, UnitKind, UnitState } from './unit.ts'
import type { UnitEventAction } from './unit-event.ts'
import type { ApprovableWarning } from './unit-exception.ts'
import type { UnitAction } from './unit-lifecycle.ts'
import type { UnitWarning } from './unit-warning.ts'

export const unitKindWords: Wording<UnitKind> = {
  'zh-CN': {
    association: '科协',
    society: '全国学会',
    societyPartyCommittee: '学会党委',
    officePartyOrganisation: '办事机构党组织',
    branchWorkingGroup: '分支机构党的工作小组',
  },
  en: {
    association: 'Association',
    society: 'National society',
    societyPartyCommittee: 'Society Party committee',
    officePartyOrganisation: 'Party organisation of the office',
    branchWorkingGroup: 'Working group of a branch institution',
  },
}

export const societyCategoryWords: Wording<SocietyCategory> = {
  'zh-CN': {
    science: '理科',
    engineering: '工科',
    agriculture: '农科',
    medicine: '医科',
    interdisciplinary: '交叉学科',
  },
  en: {
    science: 'Science',
    engineering: 'Engineering',
    agriculture: 'Agriculture',
    medicine: 'Medicine',
    interdisciplinary: 'Interdisciplinary',
  },
}

export const unitFormWords: Wording<UnitForm> = {
  'zh-CN': {
    committee: '党委',
    generalBranch: '党总支',
    branch: '党支部',
    jointBranch: '联合党支部',
    group: '工作小组',
    jointGroup: '联合工作小组',
    liaison: '党建联络员',
  },
  en: {
    committee: 'Committee',
    generalBranch: 'General branch',
    branch: 'Branch',
    jointBranch: 'Joint branch',
    group: 'Working group',
    jointGroup: 'Joint working group',
    liaison: 'Liaison person',
  },
}

export const affiliationWords: Wording<Affiliation> = {
  'zh-CN': { association: '归属科协', supportingUnit: '归属支撑单位', other: '归属其他单位' },
  en: { association: 'To the association', supportingUnit: 'To the supporting unit', other: 'To another unit' },
}

export const unitStateWords: Wording<UnitState> = {
  'zh-CN': {
    planned: '拟建',
    applied: '已申请',
    approved: '已批复',
    decided: '已决定设立',
    active: '运行中',
    suspended: '暂停',
    merged: '已合并',
    dissolved: '已撤销',
  },
  en: {
    planned: 'Planned',
    applied: 'Applied for',
    approved: 'Approved',
    decided: 'Decided',
    active: 'Active',
    suspended: 'Suspended',
    merged: 'Merged',
    dissolved: 'Dissolved',
  },
}

export const unitActionWords: Wording<UnitAction> = {
  'zh-CN': {
    apply: '申请成立',
    approve: '批复同意',
    reject: '退回申请',
    decide: '登记党委决定',
    activate: '正式成立',
    suspend: '暂停',
    resume: '恢复',
    merge: '合并',
    dissolve: '撤销',
  },
  en: {
    apply: 'Apply',
    approve: 'Approve',
    reject: 'Send back',
    decide: 'Enter the committee’s decision',
    activate: 'Activate',
    suspend: 'Suspend',
    resume: 'Resume',
    merge: 'Merge',
    dissolve: 'Dissolve',
  },
}

export const postWords: Wording<Post> = {
  'zh-CN': {
    secretary: '书记',
    deputySecretary: '副书记',
    member: '委员',
    disciplineCommissioner: '纪检委员',
    organisationCommissioner: '组织委员',
    publicityCommissioner: '宣传委员',
    cadre: '党务干部',
  },
  en: {
    secretary: 'Secretary',
    deputySecretary: 'Deputy secretary',
    member: 'Member',
    disciplineCommissioner: 'Discipline commissioner',
    organisationCommissioner: 'Organisation commissioner',
    publicityCommissioner: 'Publicity commissioner',
    cadre: 'Party-affairs cadre',
  },
}

export const memberStatusWords: Wording<MemberStatus> = {
  'zh-CN': { full: '正式党员', probationary: '预备党员', none: '群众', unknown: '未填写' },
  en: { full: 'Full member', probationary: 'Probationary member', none: 'Not a member', unknown: 'Not given' },
}

export const termStandingWords: Wording<TermStanding> = {
  'zh-CN': {
    running: '任期内',
    due12: '半年至一年到期',
    due6: '三至六个月到期',
    due3: '三个月内到期',
    overdue: '逾期未换届',
  },
  en: {
    running: 'In term',
    due12: 'Due in six to twelve months',
    due6: 'Due in three to six months',
    due3: 'Due within three months',
    overdue: 'Overdue',
  },
}

export const unitWarningWords: Wording<UnitWarning> = {
  'zh-CN': {
    'no-secretary': '书记空缺。',
    'branch-no-secretary': '书记空缺（《中国共产党支部工作条例（试行）》）。',
    'no-discipline-commissioner': '缺纪检委员。',
    'too-few-members-for-form':
      '正式党员 {have} 人，少于该形式应有的 {least} 人；经上级批准可保留（《中国共产党支部工作条例（试行）》）。',
    'too-many-members-for-form':
      '正式党员 {have} 人，超过该形式的 {most} 人，应考虑改设（《中国共产党支部工作条例（试行）》）。',
    'committee-below-size': '委员会现有 {have} 人，应为 {least} 至 {most} 人（《中国共产党支部工作条例（试行）》）。',
    'committee-above-size': '委员会现有 {have} 人，应为 {least} 至 {most} 人（《中国共产党支部工作条例（试行）》）。',
    'society-committee-below-size': '委员会现有 {have} 人，少于 {least} 人（本系统默认，非规定）。',
    'society-committee-above-size': '委员会现有 {have} 人，多于 {most} 人（本系统默认，非规定）。',
    'society-term-due': '应于 {date} 前换届，请准备（学会党委任期默认五年，一般与理事会一致）。',
    'society-term-over': '应于 {date} 前换届，已逾期（学会党委任期默认五年，一般与理事会一致）；延期请登记批准。',
    'election-due': '应于 {date} 前换届，请准备（《中国共产党基层组织选举工作条例》）。',
    'election-overdue': '应于 {date} 前换届，已逾期；延期须经批准（《中国共产党基层组织选举工作条例》）。',
  },
  en: {
    'no-secretary': 'There is no secretary.',
    'branch-no-secretary': 'There is no secretary (trial regulations on the work of branches).',
    'no-discipline-commissioner': 'There is no discipline commissioner.',
    'too-few-members-for-form':
      '{have} full members, fewer than the {least} of this form; the superior may approve it (trial regulations on the work of branches).',
    'too-many-members-for-form':
      '{have} full members, more than the {most} of this form: consider another (trial regulations on the work of branches).',
    'committee-below-size':
      'The committee has {have}, should have {least} to {most} (trial regulations on the work of branches).',
    'committee-above-size':
      'The committee has {have}, should have {least} to {most} (trial regulations on the work of branches).',
    'society-committee-below-size': 'The committee has {have}, fewer than {least} (our default, not a rule).',
    'society-committee-above-size': 'The committee has {have}, more than {most} (our default, not a rule).',
    'society-term-due':
      'The election is due by {date}: prepare it (five years are our default for a society Party committee; usually as the council’s).',
    'society-term-over':
      'The election was due by {date} (five years are our default for a society Party committee; usually as the council’s); enter the approval of a delay.',
    'election-due':
      'The election is due by {date}: prepare it (regulations on elections of grass-roots organisations).',
    'election-overdue':
      'The election was due by {date}; a delay needs approval (regulations on elections of grass-roots organisations).',
  },
}

export const unitEventActionWords: Wording<UnitEventAction> = {
  'zh-CN': {
    ...unitActionWords['zh-CN'],
    decide: '学会党委决定设立',
    plan: '拟建',
    admit: '接纳入会',
    import: '导入登记',
    'undo-import': '撤回导入',
    rename: '更名',
    'change-affiliation': '变更归属',
    move: '调整隶属',
    elect: '换届选举',
    'withdraw-election': '撤回选举结果',
    'approve-exception': '批准例外',
  },
  en: {
    apply: 'Applied for',
    approve: 'Approved',
    reject: 'Sent back',
    decide: 'Decided by the society Party committee',
    activate: 'Founded',
    suspend: 'Suspended',
    resume: 'Resumed',
    merge: 'Merged',
    dissolve: 'Dissolved',
    plan: 'Planned',
    admit: 'Admitted',
    import: 'Imported',
    'undo-import': 'Import undone',
    rename: 'Renamed',
    'change-affiliation': 'Affiliation changed',
    move: 'Moved',
    elect: 'Election held',
    'withdraw-election': 'Election result withdrawn',
    'approve-exception': 'Exception approved',
  },
}

/** What an approval is about, in a few words. */
export const approvableWarningWords: Wording<ApprovableWarning> = {
  'zh-CN': {
    'too-few-members-for-form': '正式党员少于该形式应有人数',
    'too-many-members-for-form': '正式党员超过该形式的人数',
    'committee-below-size': '委员会少于规定人数',
    'committee-above-size': '委员会超过规定人数',
    'election-due': '延期或提前换届',
    'election-overdue': '延期或提前换届',
    'society-committee-below-size': '委员会人数偏少',
    'society-committee-above-size': '委员会人数偏多',
    'society-term-due': '延期或提前换届',
    'society-term-over': '延期或提前换届',
  },
  en: {
    'too-few-members-for-form': 'fewer full members than the form asks for',
    'too-many-members-for-form': 'more full members than the form allows',
    'committee-below-size': 'a committee below its size',
    'committee-above-size': 'a committee above its size',
    'election-due': 'a delayed or early election',
    'election-overdue': 'a delayed or early election',
    'society-committee-below-size': 'a small committee',
    'society-committee-above-size': 'a large committee',
    'society-term-due': 'a delayed or early election',
    'society-term-over': 'a delayed or early election',
  },
}
