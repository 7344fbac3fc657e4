import { fillWords, type Language, type Wording } from '../access/words.ts'
import type { LearningStanding, SocietyStanding } from './society-standing.ts'

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

export const learningStandingWords: Wording<LearningStanding> = {
  'zh-CN': { passed: '已结业', notPassed: '未结业', learning: '学习中', notBegun: '未开始' },
  en: { passed: 'Passed', notPassed: 'Not passed', learning: 'Learning', notBegun: 'Not begun' },
}

/** The panorama in one sentence that a leader could read aloud. Figures are put in by `sentenceOf`. */
export type PanoramaSentence = 'plan' | 'planPart' | 'noPlan' | 'organisation' | 'training' | 'noTraining'

export const panoramaSentenceWords: Wording<PanoramaSentence> = {
  'zh-CN': {
    plan: '{year} 年工作要点共 {items} 项、{clauses} 个条款，已下达任务 {tasks} 项，涉及 {societies} 家学会；应办 {total} 件，办结 {closed} 件（{share}%），逾期 {overdue} 件。',
    planPart:
      '{year} 年工作要点中所选的 {items} 项、{clauses} 个条款，已下达任务 {tasks} 项，涉及 {societies} 家学会；应办 {total} 件，办结 {closed} 件（{share}%），逾期 {overdue} 件。',
    noPlan: '还没有已发布的年度工作要点。',
    organisation:
      '{societies} 家学会中，建立学会党委的 {tier1} 家，建立办事机构党组织的 {tier2} 家，建立分支机构党的工作小组的 {tier3} 家。',
    training: '应学 {concerned} 人次，结业 {passed} 人次；本年累计 {hours} 学时。',
    noTraining: '没有任务要求培训；本年累计 {hours} 学时。',
  },
  en: {
    plan: 'The work points of {year} have {items} {items|item|items} and {clauses} {clauses|clause|clauses}; {tasks} {tasks|task|tasks} went out to {societies} {societies|society|societies}. Of {total} {total|assignment|assignments}, {closed} {closed|is|are} closed ({share}%) and {overdue} {overdue|is|are} overdue.',
    planPart:
      'Of the work points of {year}, {items} {items|item|items} with {clauses} {clauses|clause|clauses} {items|is|are} shown; {tasks} {tasks|task|tasks} went out to {societies} {societies|society|societies}. Of {total} {total|assignment|assignments}, {closed} {closed|is|are} closed ({share}%) and {overdue} {overdue|is|are} overdue.',
    noPlan: 'No work points have been published yet.',
    organisation:
      'Of {societies} {societies|society|societies}, {tier1} {tier1|has|have} a Party committee, {tier2} {tier2|has|have} a Party organisation of the office, and {tier3} {tier3|has|have} at least one working group in a branch institution.',
    training:
      '{passed} of {concerned} {concerned|course|courses} asked of people {passed|has|have} been passed; {hours} credit {hours|hour|hours} {hours|was|were} earned this year.',
    noTraining: 'No task asks for training; {hours} credit {hours|hour|hours} {hours|was|were} earned this year.',
  },
}

/** A sentence with its figures; `{tasks|task|tasks}` is the form that goes with one and that with others. */
export function sentenceOf(
  sentence: PanoramaSentence,
  figures: Readonly<Record<string, number>>,
  language: Language,
): string {
  const words = panoramaSentenceWords[language][sentence].replace(
    /\{(\w+)\|([^|}]*)\|([^}]*)\}/g,
    (_, key: string, one: string, others: string) => (figures[key] === 1 ? one : others),
  )
  return fillWords(words, figures)
}

/** Whole percent; 100 only when nothing is missing, 0 only when there is nothing. */
export function shareOf(part: number, whole: number): number {
  if (whole === 0) return 0
  if (part === whole) return 100
  return part === 0 ? 0 : Math.min(99, Math.max(1, Math.round((part / whole) * 100)))
}
