import type { Wording } from '../access/words.ts'
import type { ElectionRefusal } from './election.ts'
import type { FoundUnitRefusal } from './found-unit.ts'
import type { SocietyRowFault } from './import-society.ts'
import type { MemberStatus } from './person.ts'
import type { Post, PostRefusal, TermStanding } from './post.ts'
import type { Affiliation, SocietyCategory, UnitForm, UnitKind, UnitState } from './unit.ts'
import type { UnitAction, UnitStepRefusal } from './unit-lifecycle.ts'
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
    active: '运行中',
    suspended: '暂停',
    merged: '已合并',
    dissolved: '已撤销',
  },
  en: {
    planned: 'Planned',
    applied: 'Applied for',
    approved: 'Approved',
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
  'zh-CN': { full: '正式党员', probationary: '预备党员', none: '群众' },
  en: { full: 'Full member', probationary: 'Probationary member', none: 'Not a member' },
}

export const termStandingWords: Wording<TermStanding> = {
  'zh-CN': { running: '任期内', due12: '一年内到期', due6: '半年内到期', due3: '三个月内到期', overdue: '逾期未换届' },
  en: {
    running: 'In term',
    due12: 'Due within a year',
    due6: 'Due within six months',
    due3: 'Due within three months',
    overdue: 'Overdue',
  },
}

export const unitWarningWords: Wording<UnitWarning> = {
  'zh-CN': {
    'no-secretary': '书记空缺（《中国共产党支部工作条例（试行）》）。',
    'no-discipline-commissioner': '缺纪检委员。',
    'too-few-members-for-form':
      '正式党员 {have} 人，少于该形式应有的 {least} 人；经上级批准可保留（《中国共产党支部工作条例（试行）》）。',
    'too-many-members-for-form':
      '正式党员 {have} 人，超过该形式的 {most} 人，应考虑改设（《中国共产党支部工作条例（试行）》）。',
    'committee-below-size': '委员会现有 {have} 人，应为 {least} 至 {most} 人（《中国共产党支部工作条例（试行）》）。',
    'committee-above-size': '委员会现有 {have} 人，应为 {least} 至 {most} 人（《中国共产党支部工作条例（试行）》）。',
    'election-due': '任期将于 {date} 届满，请准备换届（《中国共产党基层组织选举工作条例》）。',
    'election-overdue': '任期已于 {date} 届满；延期须经批准（《中国共产党基层组织选举工作条例》）。',
  },
  en: {
    'no-secretary': 'There is no secretary (trial regulations on the work of branches).',
    'no-discipline-commissioner': 'There is no discipline commissioner.',
    'too-few-members-for-form':
      '{have} full members, fewer than the {least} of this form; the superior may approve it (trial regulations on the work of branches).',
    'too-many-members-for-form':
      '{have} full members, more than the {most} of this form: consider another (trial regulations on the work of branches).',
    'committee-below-size':
      'The committee has {have}, should have {least} to {most} (trial regulations on the work of branches).',
    'committee-above-size':
      'The committee has {have}, should have {least} to {most} (trial regulations on the work of branches).',
    'election-due':
      'The term ends on {date}: prepare the election (regulations on elections of grass-roots organisations).',
    'election-overdue':
      'The term ended on {date}; a delay needs approval (regulations on elections of grass-roots organisations).',
  },
}

export const societyRowFaultWords: Wording<SocietyRowFault> = {
  'zh-CN': {
    'code-missing': '缺少编码，请补填',
    'code-doubled': '编码与第 {other} 行重复，请改正其中一行',
    'name-missing': '缺少名称，请补填',
    'name-doubled': '名称与第 {other} 行相同，请确认是否重复登记',
    'name-too-long': '名称超过 100 字，请核对',
    'category-unknown': '类别“{other}”无法识别，应为理科、工科、农科、医科或交叉学科',
    'cell-is-formula': '单元格内是公式，请改为文字',
  },
  en: {
    'code-missing': 'The code is missing; fill it in',
    'code-doubled': 'The code stands in line {other} as well; correct one of the two',
    'name-missing': 'The name is missing; fill it in',
    'name-doubled': 'The same name stands in line {other}; check whether it is entered twice',
    'name-too-long': 'The name has more than 100 characters; check it',
    'category-unknown':
      'The category "{other}" is not known: science, engineering, agriculture, medicine or interdisciplinary',
    'cell-is-formula': 'The cell holds a formula; enter plain text',
  },
}

export type OrganisationRefusal =
  | UnitStepRefusal
  | FoundUnitRefusal
  | PostRefusal
  | ElectionRefusal
  | 'already-in-unit'
  | 'not-in-unit'
  | 'holds-posts'
  | 'import-columns-missing'
  | 'import-empty'
  | 'import-too-large'
  | 'import-encoding-unknown'
  | 'import-not-a-table'
  | 'import-nothing-to-do'
  | 'import-built-upon'
  | 'import-already-undone'

export const organisationRefusalWords: Wording<OrganisationRefusal> = {
  'zh-CN': {
    'unit-step-not-possible': '“{name}”现在的状态不能办理这一步，请刷新后查看。',
    'unit-step-before-last': '日期早于上一步（{date}），请改正。',
    'unit-step-in-future': '{date} 尚未到来；请填写已发生的日期。',
    'unit-document-missing': '这一步须有批复文件：请填写文号或上传文件。',
    'unit-has-active-children': '下面还有 {count} 个运行中的组织，请先处理它们。',
    'unit-merges-into-stranger': '只能并入同一学会内同类的、运行中的组织，请另选。',
    'unit-under-wrong-parent': '“{name}”下不能设这类组织；三层组织都设在本学会之下。',
    'unit-parent-not-standing': '“{name}”不在运行中，不能在其下新设组织。',
    'unit-name-taken': '已有同名组织“{name}”，请换一个名称。',
    'society-has-committee': '该学会已有党委“{name}”，一个学会设一个党委。',
    'unit-form-not-of-kind': '这类组织没有这种形式，请另选。',
    'second-secretary': '现任书记是{name}（{since} 起）。请先办理其离任，再任命新书记。',
    'post-already-held': '此人在该单位已任同一职务。',
    'post-holder-not-in-unit': '此人不在该单位，请先办理加入。',
    'post-dates-out-of-order': '离任日期早于任职日期，请改正。',
    'post-already-ended': '该任职已经结束。',
    'election-too-few-present': '实到 {present} 人，不足应到的五分之四（{needed} 人），选举无效。',
    'election-more-ballots-than-present': '发出选票多于实到人数，请核对。',
    'election-more-returned-than-issued': '收回选票多于发出选票，选举无效。',
    'election-too-few-candidates': '候选人应比应选名额多百分之二十，至少 {needed} 人。',
    'already-in-unit': '此人已在该单位。',
    'not-in-unit': '此人不在该单位。',
    'holds-posts': '此人仍任{posts}，请先办理离任。',
    'import-columns-missing': '表头缺少这些列：{columns}。请对照模板补上。',
    'import-empty': '表里没有数据行，请确认选对了文件。',
    'import-too-large': '文件超过 {megabytes} MB，请拆分后再导入。',
    'import-encoding-unknown': '文件编码无法识别；请另存为 UTF-8 或 Excel 文件后再导入。',
    'import-not-a-table': '这不是表格文件；请上传 .csv 或 .xlsx。',
    'import-nothing-to-do': '没有可写入的行：全部未变或有误。',
    'import-built-upon': '导入的学会下已有后续登记，不能整批撤回；请逐个处理。',
    'import-already-undone': '这次导入已经撤回。',
  },
  en: {
    'unit-step-not-possible': '"{name}" cannot take this step in its present state; reload and look again.',
    'unit-step-before-last': 'The date lies before the last step ({date}); correct it.',
    'unit-step-in-future': '{date} has not come yet; enter the day on which it happened.',
    'unit-document-missing': 'This step needs its document: enter the number or upload the file.',
    'unit-has-active-children': '{count} active units are still beneath it; see to them first.',
    'unit-merges-into-stranger': 'A unit merges into an active one of its kind in the same society; choose another.',
    'unit-under-wrong-parent':
      'A unit of this kind cannot stand under "{name}"; the three tiers stand under their society.',
    'unit-parent-not-standing': '"{name}" is not active; nothing new can be set up beneath it.',
    'unit-name-taken': 'There is a unit "{name}" already; choose another name.',
    'society-has-committee': 'The society has a Party committee already: "{name}".',
    'unit-form-not-of-kind': 'A unit of this kind has no such form; choose another.',
    'second-secretary': '{name} is the secretary since {since}. End that post first.',
    'post-already-held': 'This person holds the same post in this unit already.',
    'post-holder-not-in-unit': 'This person does not belong to the unit; let them join first.',
    'post-dates-out-of-order': 'The post ends before it begins; correct the dates.',
    'post-already-ended': 'This post has ended already.',
    'election-too-few-present': '{present} were present, fewer than four fifths ({needed}): the election is not valid.',
    'election-more-ballots-than-present': 'More ballots went out than people were present; check the figures.',
    'election-more-returned-than-issued': 'More ballots came back than went out: the election is not valid.',
    'election-too-few-candidates': 'Candidates exceed the places by a fifth: at least {needed}.',
    'already-in-unit': 'This person belongs to the unit already.',
    'not-in-unit': 'This person does not belong to the unit.',
    'holds-posts': 'This person still holds {posts}; end that first.',
    'import-columns-missing': 'These columns are missing: {columns}. Compare with the template.',
    'import-empty': 'The table has no rows; check that it is the right file.',
    'import-too-large': 'The file is larger than {megabytes} MB; split it.',
    'import-encoding-unknown': 'The encoding is not known; save the file as UTF-8 or as an Excel file.',
    'import-not-a-table': 'This is no table; upload .csv or .xlsx.',
    'import-nothing-to-do': 'No row can be written: all are unchanged or wrong.',
    'import-built-upon': 'Something was entered under the imported societies since; undo them one by one.',
    'import-already-undone': 'This import has been undone already.',
  },
}
