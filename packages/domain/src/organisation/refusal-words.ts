import type { Wording } from '../access/words.ts'
import type { MoveUnitRefusal, UnitChangeRefusal } from './change-unit.ts'
import type { CommitteeRefusal } from './elected-committee.ts'
import type { ElectionRefusal } from './election.ts'
import type { ElectionStepRefusal, ElectionWithdrawalRefusal } from './election-course.ts'
import type { FoundSocietyRefusal } from './found-society.ts'
import type { FoundUnitRefusal } from './found-unit.ts'
import type { SocietyImportRefusal } from './import-society.ts'
import type { PostRefusal } from './post.ts'
import type { UnitExceptionRefusal } from './unit-exception.ts'
import type { UnitStepRefusal } from './unit-lifecycle.ts'

/** Everything that a procedure of the organisation may refuse with. */
export type OrganisationRefusal =
  | UnitStepRefusal
  | FoundUnitRefusal
  | PostRefusal
  | ElectionRefusal
  | CommitteeRefusal
  | ElectionStepRefusal
  | ElectionWithdrawalRefusal
  | FoundSocietyRefusal
  | UnitChangeRefusal
  | MoveUnitRefusal
  | UnitExceptionRefusal
  | 'leaves-before-joining'
  | 'already-in-unit'
  | 'not-in-unit'
  | 'holds-posts'
  | 'import-columns-missing'
  | 'import-empty'
  | 'import-too-large'
  | 'import-too-heavy'
  | 'import-too-many-rows'
  | 'import-encoding-unknown'
  | 'import-not-a-table'
  | SocietyImportRefusal
  | 'import-built-upon'
  | 'import-already-undone'

export const organisationRefusalWords: Wording<OrganisationRefusal> = {
  'zh-CN': {
    'unit-step-not-possible': '“{name}”现在的状态不能办理这一步，请刷新后查看。',
    'unit-step-before-last': '日期早于上一步（{date}），请改正。',
    'unit-step-in-future': '{date} 尚未到来；请填写已发生的日期。',
    'unit-document-missing': '这一步须有文件：请填写文号或上传文件，有一项即可。',
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
    'election-more-present-than-entitled': '实到多于应到 {entitled} 人，请核对。',
    'election-more-valid-than-returned': '有效票多于收回选票，请核对。',
    'election-more-votes-than-valid': '{name}的得票多于有效票 {valid} 张，请核对。',
    'election-candidates-unlisted': '候选人数为 {candidates} 人，列出得票的有 {listed} 人；请逐一列出。',
    'election-candidate-twice': '候选人“{name}”列了两次，请核对。',
    'election-votes-tied': '得票相等（{votes} 票），不能确定谁当选；须就票数相等者再次投票。',
    'election-nobody-elected': '没有人得票超过应到人数的一半，无人当选。',
    'election-post-missing': '“{name}”当选，请选择其职务。',
    'election-post-unelected': '“{name}”未当选，不能任职。',
    'election-secretary-missing': '当选人中尚未指定书记。',
    'election-secretary-twice': '书记只能有一名，请核对职务。',
    'election-post-begun-since': '{name}自 {since} 起已有任职登记，与本次选举不一致；请先在“职务与任期”中核对。',
    'election-more-ballots-than-present': '发出选票多于实到人数，请核对。',
    'election-more-returned-than-issued': '收回选票多于发出选票，选举无效。',
    'election-too-few-candidates': '候选人应比应选名额多百分之二十，至少 {needed} 人。',
    'election-step-out-of-turn': '换届还没有到这一步，或已办过；请刷新后查看下一步。',
    'election-reason-missing': '请写明原因。',
    'election-nothing-to-withdraw': '没有可撤回的步骤。',
    'election-step-of-superior': '这一步由上级办理，请联系上级撤回。',
    'society-code-taken': '编码 {code} 已是“{name}”的，请换一个编码。',
    'society-code-unknown': '编码“{code}”的写法无法识别，应为字母加序号，如 A-01。',
    'unit-change-in-future': '{date} 尚未到来；请填写已发生的日期。',
    'unit-change-before-founding': '日期早于成立日期（{date}），请改正。',
    'unit-has-ended': '“{name}”已合并或撤销，不能再变更。',
    'unit-name-unchanged': '名称没有变化；请填写新名称。',
    'unit-affiliation-unchanged': '归属没有变化；请选择新的归属。',
    'unit-affiliation-not-of-kind': '只有办事机构党组织登记归属。',
    'unit-under-itself': '“{name}”不能设在自己或自己的下级之下，请另选上级。',
    'unit-under-stranger': '“{name}”不属于本学会，不能作为上级，请另选。',
    'unit-already-there': '它已在“{name}”之下。',
    'exception-in-future': '{date} 尚未到来；请填写批准的日期。',
    'exception-document-missing': '例外须有批准文件：请填写文号或上传文件。',
    'exception-ends-before-it-begins': '有效期早于批准日期，请改正。',
    'exception-needs-end': '延期或提前换届须写明改在哪一天前。',
    'unit-holds-no-elections': '“{name}”不进行换届选举；请在学会党委或办事机构党组织登记。',
    'leaves-before-joining': '离开日期早于加入日期（{date}），请改正。',
    'already-in-unit': '此人已在该单位。',
    'not-in-unit': '此人不在该单位。',
    'holds-posts': '此人在本单位仍有 {count} 个职务，请先办理离任。',
    'import-columns-missing': '表头缺少这些列：{columns}。请对照模板补上。',
    'import-empty': '表里没有数据行，请确认选对了文件。',
    'import-too-large': '文件超过 {megabytes} MB，请拆分后再导入。',
    'import-too-heavy': '文件展开后太大或太复杂，无法读取；请只保留需要的内容，另存为新文件后再上传。',
    'import-too-many-rows': '表格超过 {limit} 行，请拆成几个文件分别导入。',
    'import-encoding-unknown': '文件编码无法识别；请另存为 UTF-8 或 Excel 文件后再导入。',
    'import-not-a-table': '这不是表格文件；请上传 .csv 或 .xlsx。',
    'import-renames-undecided': '还有 {count} 行编码已登记而名称不同：请逐行确认为更名，或不采用。',
    'import-nothing-to-do': '没有可写入的行：全部未变或有误。',
    'import-built-upon': '“{name}”导入后已有后续登记，不能整批撤回；请逐个处理。',
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
    'election-more-present-than-entitled': 'More were present than the {entitled} entitled; check the figures.',
    'election-more-valid-than-returned': 'More ballots are valid than came back; check the figures.',
    'election-more-votes-than-valid': '{name} has more votes than the {valid} valid ballots; check the figures.',
    'election-candidates-unlisted': '{candidates} stood, and {listed} are listed with their votes; list every one.',
    'election-candidate-twice': 'The candidate "{name}" is listed twice; check the names.',
    'election-votes-tied':
      'With {votes} votes each it is not certain who is elected; those who tie are voted on again.',
    'election-nobody-elected': 'Nobody has more than half of all entitled: nobody is elected.',
    'election-post-missing': '"{name}" is elected; choose the post.',
    'election-post-unelected': '"{name}" is not elected and gets no post.',
    'election-secretary-missing': 'None of the elected is the secretary yet.',
    'election-secretary-twice': 'There is one secretary only; check the posts.',
    'election-post-begun-since':
      '{name} has a post since {since} that does not agree with this election; check it under posts and terms first.',
    'election-more-ballots-than-present': 'More ballots went out than people were present; check the figures.',
    'election-more-returned-than-issued': 'More ballots came back than went out: the election is not valid.',
    'election-too-few-candidates': 'Candidates exceed the places by a fifth: at least {needed}.',
    'election-step-out-of-turn': 'The election is not at this step, or is past it; reload and look at the next one.',
    'election-reason-missing': 'Give the reason.',
    'election-nothing-to-withdraw': 'There is no step to withdraw.',
    'election-step-of-superior': 'The superior took this step; ask there to have it withdrawn.',
    'society-code-taken': 'The code {code} is that of "{name}"; choose another.',
    'society-code-unknown': 'The code "{code}" is not written as codes are: letters and a number, such as A-01.',
    'unit-change-in-future': '{date} has not come yet; enter the day on which it happened.',
    'unit-change-before-founding': 'The date lies before the founding ({date}); correct it.',
    'unit-has-ended': '"{name}" has merged or been dissolved and changes no more.',
    'unit-name-unchanged': 'The name is the same; enter the new one.',
    'unit-affiliation-unchanged': 'The affiliation is the same; choose the new one.',
    'unit-affiliation-not-of-kind': 'Only Party organisations of offices have an affiliation.',
    'unit-under-itself': '"{name}" cannot stand under itself or what hangs on it; choose another parent.',
    'unit-under-stranger': '"{name}" belongs to another society; choose a parent in this one.',
    'unit-already-there': 'It stands under "{name}" already.',
    'exception-in-future': '{date} has not come yet; enter the day of the approval.',
    'exception-document-missing': 'An exception needs its approval: enter the number or upload the file.',
    'exception-ends-before-it-begins': 'The approval ends before its day; correct the dates.',
    'exception-needs-end': 'A delayed or early election needs the day by which it is to be held.',
    'unit-holds-no-elections':
      '"{name}" holds no elections; enter them with the society Party committee or the office organisation.',
    'leaves-before-joining': 'The last day lies before the day of joining ({date}); correct it.',
    'already-in-unit': 'This person belongs to the unit already.',
    'not-in-unit': 'This person does not belong to the unit.',
    'holds-posts': 'This person still holds {count} posts here; end them first.',
    'import-columns-missing': 'These columns are missing: {columns}. Compare with the template.',
    'import-empty': 'The table has no rows; check that it is the right file.',
    'import-too-large': 'The file is larger than {megabytes} MB; split it.',
    'import-too-heavy':
      'Unpacked, the file is too large or too intricate to be read; keep only what is needed, save it as a new file and upload that.',
    'import-too-many-rows': 'The table has more than {limit} rows; divide it into several files.',
    'import-encoding-unknown': 'The encoding is not known; save the file as UTF-8 or as an Excel file.',
    'import-not-a-table': 'This is no table; upload .csv or .xlsx.',
    'import-renames-undecided':
      '{count} lines have a known code under another name: confirm each as renamed, or leave it out.',
    'import-nothing-to-do': 'No row can be written: all are unchanged or wrong.',
    'import-built-upon': 'Something was entered about "{name}" since the import; undo the societies one by one.',
    'import-already-undone': 'This import has been undone already.',
  },
}
