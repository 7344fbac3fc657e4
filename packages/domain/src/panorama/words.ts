import type { Wording } from '../access/words.ts'
import type { SocietyStanding } from './society-standing.ts'

export const societyStandingWords: Wording<SocietyStanding> = {
  'zh-CN': {
    overdue: '有逾期',
    returned: '有退回',
    toAccept: '待接收',
    working: '办理中',
    waiting: '待审核',
    done: '全部办结',
    nothing: '没有任务',
  },
  en: {
    overdue: 'Overdue',
    returned: 'Returned',
    toAccept: 'To accept',
    working: 'In work',
    waiting: 'To review',
    done: 'All closed',
    nothing: 'No task',
  },
}

/** The panorama in one sentence that a leader could read aloud. Figures are put in by `fillWords`. */
export type PanoramaSentence = 'plan' | 'noPlan' | 'organisation' | 'training' | 'noTraining'

export const panoramaSentenceWords: Wording<PanoramaSentence> = {
  'zh-CN': {
    plan: '{year} 年工作要点共 {items} 项、{clauses} 条，已下达任务 {tasks} 项，涉及 {societies} 家学会；应办 {total} 件，办结 {closed} 件（{share}%），逾期 {overdue} 件。',
    noPlan: '还没有已发布的年度工作要点。',
    organisation:
      '{societies} 家学会中，建立学会党委的 {tier1} 家，建立办事机构党组织的 {tier2} 家，建立分支机构党的工作小组的 {tier3} 家。',
    training: '应学 {concerned} 人次，合格 {passed} 人次；本年累计 {hours} 学时。',
    noTraining: '没有任务要求培训；本年累计 {hours} 学时。',
  },
  en: {
    plan: 'The work points of {year} have {items} items and {clauses} clauses; {tasks} tasks went out to {societies} societies. Of {total} assignments {closed} are closed ({share}%) and {overdue} are overdue.',
    noPlan: 'No work points have been published yet.',
    organisation:
      'Of {societies} societies {tier1} have a Party committee, {tier2} a Party organisation of the office, {tier3} working groups of branch institutions.',
    training:
      '{passed} of {concerned} courses asked of people have been passed; {hours} credit hours were earned this year.',
    noTraining: 'No task asks for training; {hours} credit hours were earned this year.',
  },
}

/** Whole percent; 100 only when nothing is missing, 0 only when there is nothing. */
export function shareOf(part: number, whole: number): number {
  if (whole === 0) return 0
  if (part === whole) return 100
  return part === 0 ? 0 : Math.min(99, Math.max(1, Math.round((part / whole) * 100)))
}
