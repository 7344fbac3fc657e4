import { describe, expect, it } from 'vitest'
import { fillWords } from '@dangjian/domain/access'
import { planQuestionImport, questionFaultWords } from '@dangjian/domain/training'
import { giftRows } from './gift-rows.ts'

/** The first fault of each question of a text that does not come in, in words. */
function faultsOf(text: string, language: 'zh-CN' | 'en'): string[] {
  return planQuestionImport(new Map(), giftRows(text), () => 'k1').flatMap((line) =>
    line.outcome === 'wrong'
      ? line.faults.slice(0, 1).map(({ fault, detail }) => fillWords(questionFaultWords[language][fault], detail))
      : [],
  )
}

describe('slips in a GIFT text', () => {
  it.each([
    ['brace-unclosed', '第一题 {=对 ~错}\n\n// 注\n第二题\n{=对', '第 5 行的题缺少右花括号，请在答案末尾补上“}”。'],
    ['brace-unopened', '题干 }', '第 1 行的“}”前面没有对应的“{”，请补上；如是文字，请写成“\\}”。'],
    ['figure-unreadable', '题干 {#三}', '第 1 行的“{#”后面应为数字，请改为如 {#12:0.5}，冒号后是允许的误差。'],
    [
      'sign-unexpected',
      '题干 {\n=比例 1:2\n~别的}',
      '第 2 行的“:”放在这里读不懂；如是文字，请在前面加反斜杠“\\”，否则请核对答案的写法。',
    ],
    [
      'answer-braces-empty',
      '\n题干 {}',
      '第 2 行的花括号里没有答案，请填写，如 {=正确 ~错误}；需要人工批改的论述题暂不能放入题库。',
    ],
    [
      'answer-unwritten',
      '只是说明。',
      '第 1 行起的题没有写答案；请在题干后加花括号，如 {=正确 ~错误}。说明文字不用导入，请删去。',
    ],
    ['right-missing', '题干 {~甲 ~乙}', '没有正确答案，请填写。'],
  ])('%s is told in words of ours, in both languages, by its line and with what to do', (_, text, words) => {
    expect(faultsOf(text, 'zh-CN')).toEqual([words])
    expect(faultsOf(text, 'en').join()).toMatch(/^[\u0020-\u007e“”]+$/)
    expect(faultsOf(text, 'en').join()).not.toMatch(/Expected|found|Essay"|Description/)
  })

  it('a choice without a right answer is a single choice; answers that share the marks are a multiple one', () => {
    expect(giftRows('题干 {~甲 ~乙}').map(({ draft }) => draft.kind)).toEqual(['single'])
    expect(giftRows('题干 {~%50%甲 ~%50%乙 ~丙}').map(({ draft }) => draft.kind)).toEqual(['multiple'])
    expect(giftRows('题干 {=甲 ~乙}').map(({ draft }) => draft.kind)).toEqual(['single'])
  })
})
