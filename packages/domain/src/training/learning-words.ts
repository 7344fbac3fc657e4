import type { Wording } from '../access/words.ts'
import type { AttemptRefusal } from './attempt-life.ts'
import type { LessonNeed } from './completion.ts'
import type { UncreditedReason } from './credit-played.ts'
import type { DrawPaperRefusal } from './draw-paper.ts'
import type { HourEntry, HourMode } from './hour-entry.ts'
import type { MarkingRule } from './mark-response.ts'
import type { RequirementGroup } from './requirement.ts'

/** What a lesson still needs, in words: `还差：观看 3 分 20 秒`. */
export const lessonNeedWords: Wording<LessonNeed['need']> = {
  'zh-CN': {
    read: '读到末尾',
    play: '再学 {time}',
    pages: '还有 {pages} 页没有看',
    pass: '测验达到 {share}%',
  },
  en: {
    read: 'read to the end',
    play: '{time} more to play',
    pages: '{pages} pages to see',
    pass: 'reach {share}% in the quiz',
  },
}

/** Where a learner stands in a course that is asked of them. */
export type LearnerStanding = 'not-begun' | 'learning' | 'overdue' | 'passed'

export const learnerStandingWords: Wording<LearnerStanding> = {
  'zh-CN': { 'not-begun': '未开始', learning: '学习中', overdue: '已逾期', passed: '已结业' },
  en: { 'not-begun': 'Not begun', learning: 'Learning', overdue: 'Overdue', passed: 'Completed' },
}

export const uncreditedWords: Wording<UncreditedReason> = {
  'zh-CN': {
    'faster-than-time': '有 {seconds} 秒没有计入：播放最快按 2 倍速计，跳过或同时播放的部分不计。',
    'beyond-the-end': '有 {seconds} 秒没有计入：超出了录像的长度。',
    'too-many-pieces': '这一段没有计入：拖动次数太多，请从头连续观看。',
  },
  en: {
    'faster-than-time': '{seconds} s do not count: at most twice the speed counts, and nothing that was skipped.',
    'beyond-the-end': '{seconds} s do not count: they lie beyond the end of the recording.',
    'too-many-pieces': 'This part does not count: too many jumps; play it through once.',
  },
}

export const hourModeWords: Wording<HourMode> = {
  'zh-CN': { online: '网络学习', class: '集中培训' },
  en: { online: 'Online', class: 'Class' },
}

export const hourReasonWords: Wording<HourEntry['reason']> = {
  'zh-CN': { 'course-passed': '完成课程', correction: '更正：冲销原记录', corrected: '更正后计入' },
  en: { 'course-passed': 'Course completed', correction: 'Correction: taken out', corrected: 'Entered as corrected' },
}

export const requirementGroupWords: Wording<RequirementGroup> = {
  'zh-CN': { member: '党员', committee: '基层党组织书记和班子成员' },
  en: { member: 'Members', committee: 'Secretaries and committee members' },
}

export const markingRuleWords: Wording<MarkingRule> = {
  'zh-CN': {
    'all-or-nothing': '答对得满分，答错不得分',
    'half-when-incomplete': '全对得满分，少选得一半，错选不得分',
    'share-of-pairs': '按配对正确的比例得分',
  },
  en: {
    'all-or-nothing': 'All marks or none',
    'half-when-incomplete': 'Half when some right ones are missing, none with a wrong one',
    'share-of-pairs': 'By the share of right pairs',
  },
}

export const attemptClosedByWords: Wording<'learner' | 'clock'> = {
  'zh-CN': { learner: '本人交卷', clock: '到时自动交卷' },
  en: { learner: 'Handed in', clock: 'Closed when time ran out' },
}

export const certificateStateWords: Wording<'valid' | 'revoked' | 'unknown'> = {
  'zh-CN': { valid: '证书有效', revoked: '证书已撤销', unknown: '查无此证' },
  en: { valid: 'Valid', revoked: 'Revoked', unknown: 'No such certificate' },
}

/** Refusals of learning: reading, playing, sitting a test. */
export type LearningRefusal = AttemptRefusal | DrawPaperRefusal | 'lesson-finishes-otherwise' | 'play-taken-over'

export const learningRefusalWords: Wording<LearningRefusal> = {
  'zh-CN': {
    'attempts-used-up': '{limit} 次作答机会已用完。如需再考，请联系党校教师。',
    'attempt-closed': '这份试卷已经交卷，不能再改；请查看成绩。',
    'attempt-time-over': '测验时间已到，此前保存的答案已经交卷。',
    'attempt-still-open': '这份试卷还没有交卷，交卷后才能查看成绩。',
    'attempt-on-other-device': '这份试卷正在另一个窗口或设备上作答。要在这里继续，请点“在这里继续作答”。',
    'answer-not-on-paper': '试卷上没有这道题，请刷新页面。',
    'answer-does-not-fit': '答案的格式不对，请重新作答这道题。',
    'paper-cannot-be-drawn': '题库里可用的试题不足，暂时不能开考。请告诉党校教师补充试题。',
    'lesson-finishes-otherwise': '这一课时不是这样完成的：音视频看够时长、文档翻完、测验合格即自动完成。',
    'play-taken-over': '您在另一个窗口或设备上开始了播放，这里已暂停计时。要在这里继续，请点“在这里播放”。',
  },
  en: {
    'attempts-used-up': 'All {limit} attempts are used. Ask your trainer if you need another.',
    'attempt-closed': 'This paper has been handed in and cannot be changed; look at the result.',
    'attempt-time-over': 'Time is over; what was saved before has been handed in.',
    'attempt-still-open': 'This paper is not handed in yet; its result comes after that.',
    'attempt-on-other-device':
      'This paper is being answered in another window or on another device. To continue here, press “Continue here”.',
    'answer-not-on-paper': 'This question is not on the paper; reload the page.',
    'answer-does-not-fit': 'The answer does not fit the question; answer it again.',
    'paper-cannot-be-drawn': 'The bank lacks questions, so the quiz cannot begin yet. Tell your trainer.',
    'lesson-finishes-otherwise':
      'This lesson is not finished that way: a recording by playing it, a PDF by its pages, a quiz by passing.',
    'play-taken-over':
      'You began to play in another window or on another device, so time stopped counting here. To continue here, press “Play here”.',
  },
}
