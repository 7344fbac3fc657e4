import type { Wording } from '../access/words.ts'
import type { AssignmentAction, AssignmentRefusal, AssignmentState } from './assignment.ts'
import type { PartRefusal, PartState } from './assignment-part.ts'
import type { EvidenceRefusal, TimelineKind } from './evidence.ts'
import type { Audience, TaskKind, TaskRefusal, TaskState } from './task.ts'
import type { WorkPlanRefusal } from './plan-rule.ts'
import type { WorkPlanState } from './work-plan.ts'

export const workPlanStateWords: Wording<WorkPlanState> = {
  'zh-CN': { draft: '草稿', published: '已发布' },
  en: { draft: 'Draft', published: 'Published' },
}

export const taskKindWords: Wording<TaskKind> = {
  'zh-CN': {
    study: '理论学习',
    publicity: '宣传宣讲',
    organisation: '组织建设',
    training: '教育培训',
    research: '课题研究',
    service: '服务会员',
    discipline: '纪律监督',
    report: '情况报送',
  },
  en: {
    study: 'Study',
    publicity: 'Publicity',
    organisation: 'Organisation',
    training: 'Training',
    research: 'Research',
    service: 'Service',
    discipline: 'Discipline',
    report: 'Report',
  },
}

export const taskStateWords: Wording<TaskState> = {
  'zh-CN': { draft: '草稿', published: '已下达', withdrawn: '已撤回' },
  en: { draft: 'Draft', published: 'Given out', withdrawn: 'Withdrawn' },
}

export const audienceKindWords: Wording<Audience['kind']> = {
  'zh-CN': { all: '全部学会', category: '按学会类别', lacking: '缺少某层组织的学会', chosen: '指定学会' },
  en: { all: 'All societies', category: 'By category', lacking: 'Those that lack a tier', chosen: 'Chosen societies' },
}

export const assignmentStateWords: Wording<AssignmentState> = {
  'zh-CN': {
    assigned: '待接收',
    accepted: '办理中',
    submitted: '待审核',
    returned: '已退回',
    closed: '已办结',
    withdrawn: '已撤回',
  },
  en: {
    assigned: 'To accept',
    accepted: 'In work',
    submitted: 'To review',
    returned: 'Returned',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
}

export const assignmentActionWords: Wording<AssignmentAction> = {
  'zh-CN': { accept: '接收', submit: '报送', recall: '撤回报送', return: '退回', close: '办结', withdraw: '撤回任务' },
  en: {
    accept: 'Accept',
    submit: 'Submit',
    recall: 'Take back',
    return: 'Return',
    close: 'Close',
    withdraw: 'Withdraw',
  },
}

export const partStateWords: Wording<PartState> = {
  'zh-CN': { given: '已分派', done: '待确认', returned: '已退回', accepted: '已完成', withdrawn: '已撤回' },
  en: { given: 'Given', done: 'To confirm', returned: 'Returned', accepted: 'Done', withdrawn: 'Taken back' },
}

export const timelineKindWords: Wording<TimelineKind> = {
  'zh-CN': {
    opened: '任务下达',
    accepted: '接收任务',
    reported: '报告进展',
    'part-given': '分解任务',
    'part-done': '分解任务完成',
    'part-accepted': '确认分解任务',
    'part-returned': '退回分解任务',
    'part-withdrawn': '撤回分解任务',
    'evidence-attached': '上传佐证材料',
    'evidence-withdrawn': '撤回佐证材料',
    'training-met': '培训要求已达到',
    submitted: '报送审核',
    recalled: '撤回报送',
    returned: '退回修改',
    closed: '审核通过，办结',
    reminded: '催办',
    extended: '延期',
    withdrawn: '任务撤回',
  },
  en: {
    opened: 'Given out',
    accepted: 'Accepted',
    reported: 'Progress reported',
    'part-given': 'Part given',
    'part-done': 'Part done',
    'part-accepted': 'Part confirmed',
    'part-returned': 'Part returned',
    'part-withdrawn': 'Part taken back',
    'evidence-attached': 'Evidence attached',
    'evidence-withdrawn': 'Evidence taken back',
    'training-met': 'Training rule met',
    submitted: 'Submitted',
    recalled: 'Taken back',
    returned: 'Returned',
    closed: 'Accepted and closed',
    reminded: 'Reminded',
    extended: 'Put off',
    withdrawn: 'Withdrawn',
  },
}

export type TasksRefusal = TaskRefusal | AssignmentRefusal | PartRefusal | EvidenceRefusal | WorkPlanRefusal

export const tasksRefusalWords: Wording<TasksRefusal> = {
  'zh-CN': {
    'task-due-in-past': '截止日期 {date} 已过，请选择今天或以后的日期。',
    'task-clause-not-in-plan': '所选条款不在这份工作要点里，请重新选择。',
    'task-course-unknown': '所选课程不存在或尚未发布，请重新选择课程。',
    'task-evidence-doubled': '有两项佐证材料名称相同，请改名或删去一项。',
    'task-not-a-draft': '任务已下达，不能再改；可以延期或撤回。',
    'task-not-published': '任务尚未下达。',
    'task-reaches-nobody': '“{title}”没有覆盖任何学会，请调整办理对象。',
    'task-due-not-later': '新的截止日期应晚于原定的 {date}。',
    'task-reminds-nobody': '所选学会都已报送或办结，无需催办。',
    'task-given-already': '“{name}”已有这项任务，无需再下达。',
    'assignment-step-not-possible': '任务现在的状态不能办理这一步，请刷新后查看最新情况。',
    'assignment-not-open': '任务不在办理中，不能报送。',
    'work-not-open': '任务不在办理中；请先接收任务，已报送的请先撤回报送。',
    'evidence-missing': '还缺佐证材料：{labels}。',
    'parts-open': '还有 {count} 项分解任务没有完成。',
    'training-not-met': '培训要求未达到：{concerned} 人中已有 {passed} 人结业，须有 {needed} 人。',
    'progress-not-reported': '这项任务没有要求材料：请先报告进展，再报送审核。',
    'unchanged-since-return': '退回以后还没有修改：请补充材料或报告进展，再重新报送。',
    'reason-missing': '请写明退回的理由，以便对方改正。',
    'own-work-not-reviewed': '您属于这个学会，不能审核本学会的报送；请由其他审核人办理。',
    'part-report-missing': '请写明完成情况，再报完成。',
    'part-reason-missing': '请写明退回的理由，以便对方改正。',
    'part-due-after-assignment': '分解任务的截止日期不能晚于任务的 {date}。',
    'part-due-in-past': '截止日期 {date} 已过，请另选日期。',
    'part-unit-not-beneath': '只能分解给本学会下的组织，请另选。',
    'part-person-not-in-unit': '此人不在所选组织里，请另选。',
    'part-step-not-possible': '这项分解任务现在不能办理这一步，请刷新后查看。',
    'part-assignment-not-open': '任务不在办理中，不能分解。',
    'evidence-empty': '请填写文字或选择文件。',
    'evidence-not-asked': '这项任务没有要求这份材料。',
    'evidence-fixed': '任务已报送或办结，材料不能再改动。',
    'evidence-wants-file': '“{label}”须上传文件。',
    'evidence-wants-text': '“{label}”须填写文字。',
    'plan-year-taken': '{year} 年已有工作要点，一年一份；请打开已有的那份。',
    'clause-has-tasks': '“{text}”已有任务对应，不能删去；请先调整任务。',
    'clause-doubled': '同一条款出现了两次，请撤销上一步后再保存。',
    'outline-not-of-text': '提纲与原文对不上，请刷新后重新修改。',
    'plan-already-published': '工作要点已发布，不能删去；可以撤回其中的任务。',
    'plan-nothing-to-publish': '没有待下达的任务，请先从条款建立任务。',
  },
  en: {
    'task-due-in-past': 'The day {date} has passed; choose today or later.',
    'task-clause-not-in-plan': 'A chosen clause is not in this plan; choose again.',
    'task-course-unknown': 'This course does not exist or is not published; choose another.',
    'task-evidence-doubled': 'Two pieces of evidence have one name; rename or drop one.',
    'task-not-a-draft': 'The task has gone out and cannot be changed; it can be put off or withdrawn.',
    'task-not-published': 'The task has not gone out yet.',
    'task-reaches-nobody': '"{title}" reaches no society; change whom it is for.',
    'task-due-not-later': 'The new day must lie after {date}.',
    'task-reminds-nobody': 'Every chosen society has submitted or closed; nobody needs a reminder.',
    'task-given-already': '"{name}" has this task already.',
    'assignment-step-not-possible': 'The assignment cannot take this step in its present state; reload and look again.',
    'assignment-not-open': 'The assignment is not in work and cannot be submitted.',
    'work-not-open': 'The assignment is not in work; accept it first, or take back what was submitted.',
    'evidence-missing': 'Evidence is missing: {labels}.',
    'parts-open': '{count} parts are not done yet.',
    'training-not-met': 'The training rule is not met: {passed} of {concerned} have passed, {needed} are needed.',
    'progress-not-reported': 'No evidence is asked for: report first what was done, then submit.',
    'unchanged-since-return': 'Nothing was changed since it was returned: add evidence or report, then submit again.',
    'reason-missing': 'Say why it is returned, so that it can be mended.',
    'own-work-not-reviewed': 'You belong to this society and cannot review its work; somebody else has to.',
    'part-report-missing': 'Say what was done, then report it as done.',
    'part-reason-missing': 'Say why it is returned, so that it can be mended.',
    'part-due-after-assignment': "A part is due by the assignment's own day, {date}, at the latest.",
    'part-due-in-past': 'The day {date} has passed; choose another.',
    'part-unit-not-beneath': 'A part goes to a unit beneath the society; choose another.',
    'part-person-not-in-unit': 'This person does not belong to the chosen unit; choose another.',
    'part-step-not-possible': 'The part cannot take this step now; reload and look again.',
    'part-assignment-not-open': 'The assignment is not in work and cannot be broken down.',
    'evidence-empty': 'Enter a text or choose a file.',
    'evidence-not-asked': 'The task does not ask for this piece.',
    'evidence-fixed': 'The work has been submitted or closed; its evidence stays as it is.',
    'evidence-wants-file': '"{label}" wants a file.',
    'evidence-wants-text': '"{label}" wants a text.',
    'plan-year-taken': 'There is a plan for {year} already, one a year; open that one.',
    'clause-has-tasks': '"{text}" has tasks that answer it and cannot go; change the tasks first.',
    'clause-doubled': 'A clause stands twice; undo the last step, then save.',
    'outline-not-of-text': 'The outline does not fit the text; reload and mend it again.',
    'plan-already-published': 'The plan has gone out and stays; its tasks can be withdrawn.',
    'plan-nothing-to-publish': 'There is no task to give out; make tasks from clauses first.',
  },
}
