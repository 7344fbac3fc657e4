import { rightResponse, type QuestionBody, type Response } from '@dangjian/domain/training'

/** What a bank knows and a learner must not: of every question what is right, and why. */
export interface QuizBank {
  readonly questions: readonly QuestionBody[]
  readonly explanation: string
}

const texts = (...all: [key: string, text: string][]) => all.map(([key, text]) => ({ key, text }))
const years = texts(['qa1x', '二年'], ['qb2y', '三年'], ['qc3z', '五年'])
const duties = texts(['d4k9', '宣传执行'], ['a7m2', '教育管理'], ['x1p5', '监督党员'], ['c3w8', '组织群众'])
const premises = texts(['pa', '支部'], ['pb', '党委'], ['pc', '党组'])
const choices = texts(['ca', '上级党委'], ['cb', '上级党组'], ['cc', '党员大会'])

/** Two banks of every kind of question that ask the same in the same words, and differ in what is right alone. */
export const [oneKey, otherKey]: readonly [QuizBank, QuizBank] = [
  {
    questions: [
      { kind: 'single', stem: '党支部委员会每届任期几年？', options: years, right: 'qb2y' },
      { kind: 'multiple', stem: '党支部的职责有哪些？', options: duties, right: ['d4k9', 'a7m2', 'x1p5'] },
      { kind: 'judgement', stem: '支部书记每年至少讲一次党课。', right: true },
      { kind: 'blank', stem: '党的最高领导机关是____。', accepted: ['全国代表大会'] },
      { kind: 'numerical', stem: '有几名以上正式党员应当成立党支部？', right: 3, tolerance: 0 },
      { kind: 'matching', stem: '各由谁批准？', premises, choices, right: { pa: 'ca', pb: 'cb', pc: 'cc' } },
    ],
    explanation: '见章程。',
  },
  {
    questions: [
      { kind: 'single', stem: '党支部委员会每届任期几年？', options: years, right: 'qc3z' },
      { kind: 'multiple', stem: '党支部的职责有哪些？', options: duties, right: ['c3w8'] },
      { kind: 'judgement', stem: '支部书记每年至少讲一次党课。', right: false },
      {
        kind: 'blank',
        stem: '党的最高领导机关是____。',
        accepted: ['中央委员会', '党的中央委员会', '中国共产党中央委员会'],
      },
      { kind: 'numerical', stem: '有几名以上正式党员应当成立党支部？', right: 70_000.5, tolerance: 12 },
      { kind: 'matching', stem: '各由谁批准？', premises, choices, right: { pa: 'cc', pb: 'ca', pc: 'cb' } },
    ],
    explanation: '另一种很长的解析。'.repeat(20),
  },
]

/** What is answered: all of it right by `oneKey`, none of it by `otherKey`. */
export function answerTo(stem: string): Response {
  const asked = oneKey.questions.find((question) => question.stem === stem)
  if (!asked) throw new Error(`Nobody asks ${stem}`)
  return rightResponse(asked)
}

/** A careless studio's: the right option stands first. */
export function rightFirst({ questions, explanation }: QuizBank): QuizBank {
  return {
    explanation,
    questions: questions.map((body) =>
      body.kind === 'single'
        ? {
            ...body,
            options: body.options.toSorted((a, b) => Number(b.key === body.right) - Number(a.key === body.right)),
          }
        : body,
    ),
  }
}
