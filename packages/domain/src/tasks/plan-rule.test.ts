import { expect, it } from 'vitest'
import { doubtsOf } from './plan-doubt.ts'
import { planOutlineOf, raiseClause, retitleItem } from './index.ts'
import { parseOutline } from './parse-outline.ts'
import { dropWorkPlan, mendWorkPlan, publishWorkPlan } from './plan-rule.ts'
import { clausesOf, type ClauseId, type PlanOutline, type WorkPlan, type WorkPlanId } from './work-plan.ts'

const sourceText = '一、学习\n1．办好读书班；每季度学一次原著。\n3．讲好党课；\n'
const parsed = parseOutline(sourceText)
if (!parsed.ok) throw new Error(parsed.refusal)
let made = 0
const outline = planOutlineOf(parsed.value, () => String((made += 1)) as ClauseId)
const plan: WorkPlan = {
  id: 'plan' as WorkPlanId,
  year: 2030,
  title: '工作要点',
  sourceText,
  outline,
  state: 'draft',
  publishedAt: null,
  rev: 3,
  updatedAt: 1,
}
const without = (id: string): PlanOutline => ({
  ...outline,
  sections: outline.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, clauses: item.clauses.filter((clause) => clause.id !== id) })),
  })),
})

it('saves a mended outline as the next revision', () => {
  const mended = mendWorkPlan(plan, { title: '新名', outline: without('2') }, new Set(['1']), 9)
  expect(mended).toMatchObject({ ok: true, value: { title: '新名', rev: 4, updatedAt: 9 } })
})

it('keeps every clause that a task answers', () => {
  expect(mendWorkPlan(plan, { title: '名', outline: without('2') }, new Set(['2']), 9)).toEqual({
    ok: false,
    refusal: 'clause-has-tasks',
    detail: { text: '每季度学一次原著。' },
  })
})

it('takes no clause twice and no place outside the text', () => {
  const twice = { ...outline, sections: [...outline.sections, ...outline.sections] }
  expect(mendWorkPlan(plan, { title: '名', outline: twice }, new Set(), 9)).toMatchObject({ refusal: 'clause-doubled' })
  const beyond = { ...outline, sections: outline.sections.map((section) => ({ ...section, end: 9999 })) }
  expect(mendWorkPlan(plan, { title: '名', outline: beyond }, new Set(), 9)).toMatchObject({
    refusal: 'outline-not-of-text',
  })
})

it('drops a plan only before it went out', () => {
  expect(dropWorkPlan(plan).ok).toBe(true)
  expect(dropWorkPlan({ ...plan, state: 'published' })).toMatchObject({ refusal: 'plan-already-published' })
})

it('publishes with at least one task, and keeps the first day when it publishes again', () => {
  expect(publishWorkPlan(plan, 0, 9)).toMatchObject({ refusal: 'plan-nothing-to-publish' })
  const first = publishWorkPlan(plan, 2, 9)
  expect(first).toMatchObject({ value: { state: 'published', publishedAt: 9, rev: 4 } })
  expect(first.ok && publishWorkPlan(first.value, 1, 20)).toMatchObject({ value: { publishedAt: 9, rev: 5 } })
})

it('drops a doubt when what it is about has been mended, and not before', () => {
  const { warnings } = parsed.value
  expect(doubtsOf(outline, warnings).map(({ code }) => code)).toEqual(['item-number-out-of-order'])
  expect(doubtsOf(retitleItem(outline, 0, 1, { number: 2, title: '讲好党课' }), warnings)).toEqual([])
  expect(doubtsOf(raiseClause(outline, clausesOf(outline)[1]!.id), warnings)).toEqual([])
})

it('doubts text outside items until a clause takes it in', () => {
  const text = '一、学习\n这是一段没有编号的说明文字，讲学习的意义。\n1．办好读书班；\n'
  const other = parseOutline(text)
  if (!other.ok) throw new Error(other.refusal)
  const read = planOutlineOf(other.value, () => '9' as ClauseId)
  expect(doubtsOf(read, other.value.warnings)).toMatchObject([{ code: 'text-outside-items' }])
  const at = other.value.warnings[0]!.at
  const taken = {
    ...read,
    sections: read.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({
        ...item,
        clauses: [...item.clauses, { id: '8' as ClauseId, text: '这是', start: at, end: at + 2 }],
      })),
    })),
  }
  expect(doubtsOf(taken, other.value.warnings)).toEqual([])
})
