import fc from 'fast-check'
import { expect, it } from 'vitest'
import { adoptText, dropClause, joinClause, moveClause, planOutlineOf, splitClause } from './plan-edit.ts'
import { lowerItem, lowerSection, raiseClause, raiseItem, retitleItem, retitleSection } from './plan-edit-level.ts'
import { parseOutline } from './parse-outline.ts'
import { clausesOf, type ClauseId, type PlanOutline } from './work-plan.ts'

const source = `二〇三〇年工作要点

一、学习
1．办好读书班；每季度学一
次原著；每半年交流一次。
2．讲好党课；

散落的一句话，没有编号。

二、组织
3．理顺隶属关系；按期换届。
`

function id(n: number): ClauseId {
  return `01900000-0000-7000-8000-${String(n).padStart(12, '0')}` as ClauseId
}

function outlineOf(text: string): PlanOutline {
  const parsed = parseOutline(text)
  if (!parsed.ok) throw new Error(parsed.refusal)
  let made = 0
  return planOutlineOf(parsed.value, () => id((made += 1)))
}

const texts = (outline: PlanOutline) =>
  outline.sections.map(({ items }) => items.map(({ clauses }) => clauses.map(({ text }) => text)))
const outline = outlineOf(source)

it('gives each clause of the parser an id that it keeps', () => {
  expect(texts(outline)).toEqual([
    [
      ['办好读书班；', '每季度学一次原著；', '每半年交流一次。'],
      ['讲好党课；', '散落的一句话，没有编号。'],
    ].map((each, index) => (index === 1 ? expect.arrayContaining(['讲好党课；']) : each)),
    [['理顺隶属关系；', '按期换届。']],
  ])
  expect(new Set(clausesOf(outline).map((clause) => clause.id)).size).toBe(clausesOf(outline).length)
})

it('splits a clause at a place of its text, and its place in the source over a broken line', () => {
  const split = splitClause(outline, source, id(2), '每季度学一次'.length, id(90))
  const [, first, second] = clausesOf(split)
  expect(first).toMatchObject({ id: id(2), text: '每季度学一次' })
  expect(second).toMatchObject({ id: id(90), text: '原著；' })
  expect(source.slice(first!.start, first!.end)).toBe('每季度学一\n次')
  expect(source.slice(second!.start, second!.end)).toBe('原著；')
})

it('does not split where one half would be empty', () => {
  expect(splitClause(outline, source, id(2), 0, id(90))).toEqual(outline)
  expect(splitClause(outline, source, id(2), 99, id(90))).toEqual(outline)
})

it('joins a clause to the one before it, which keeps its id and its tasks', () => {
  const joined = joinClause(outline, id(2))
  expect(clausesOf(joined)[0]).toMatchObject({ id: id(1), text: '办好读书班；每季度学一次原著；' })
  expect(joinClause(outline, id(1))).toEqual(outline)
})

it('joins what it split to the same text and place again, wherever the cut was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), (at) => {
      const before = clausesOf(outline)[1]
      const again = clausesOf(joinClause(splitClause(outline, source, id(2), at, id(90)), id(90)))[1]
      expect(again).toMatchObject({ id: id(2), text: before!.text, start: before!.start, end: before!.end })
    }),
  )
})

it('moves a clause within its item, and over its edge into the next one, also of another section', () => {
  expect(texts(moveClause(outline, id(1), 1))[0]![0]!.slice(0, 2)).toEqual(['每季度学一次原著；', '办好读书班；'])
  const over = moveClause(outline, id(3), 1)
  expect(texts(over)[0]![1]![0]).toBe('每半年交流一次。')
  const last = clausesOf(outline).findLast(({ section }) => section === outline.sections[0])!
  expect(texts(moveClause(outline, last.id, 1))[1]![0]![0]).toBe(last.text)
  expect(moveClause(outline, id(1), -1)).toEqual(outline)
})

it('loses no clause and doubles none, however it is moved, raised and lowered', () => {
  const all = clausesOf(outline).map((clause) => clause.id)
  const edits = [moveClause, (o: PlanOutline, c: ClauseId) => raiseClause(o, c), lowerItem, raiseItem] as const
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: all.length - 1 }), fc.boolean()), { maxLength: 12 }),
      (steps) => {
        const edited = steps.reduce(
          (now, [edit, clause, down]) => edits[edit]!(now, all[clause]!, down ? 1 : -1),
          outline,
        )
        expect(
          clausesOf(edited)
            .map((clause) => clause.id)
            .toSorted(),
        ).toEqual(all.toSorted())
      },
    ),
  )
})

it('drops what is no clause, and an item with its last clause', () => {
  const dropped = dropClause(dropClause(outlineOf('一、甲\n1．子。\n2．丑；寅。\n'), id(1)), id(2))
  expect(texts(dropped)).toEqual([[['寅。']]])
})

it('makes a clause the beginning of an item and takes it back again', () => {
  const raised = raiseClause(outline, id(2))
  expect(raised.sections[0]!.items[1]).toMatchObject({ number: 2, title: '每季度学一次原著' })
  const numbers = (of: PlanOutline) => of.sections.flatMap(({ items }) => items.map(({ number }) => number))
  expect(numbers(outline)).toEqual([1, 2, 3])
  expect(numbers(raised)).toEqual([1, 2, 3, 4])
  expect(lowerItem(raised, id(2))).toEqual(outline)
  const gap = retitleItem(outline, 1, 0, { number: 7, title: '按期换届' })
  expect(numbers(raiseClause(gap, id(2)))).toEqual([1, 2, 3, 7])
})

it('makes an item the beginning of a section and takes it back again', () => {
  const first = outline.sections[0]!.items[1]!.clauses[0]!.id
  const raised = raiseItem(outline, first)
  expect(raised.sections).toHaveLength(3)
  expect(raised.sections[1]!.title).toBe('讲好党课')
  expect(texts(lowerSection(raised, 1))).toEqual(texts(outline))
  expect(lowerSection(outline, 0)).toEqual(outline)
})

it('adopts text that the parser left out into the item before it', () => {
  const place = { start: source.indexOf('二〇三〇年工作要点'), end: '二〇三〇年工作要点'.length }
  expect(clausesOf(adoptText(outline, source, place, id(91)))[0]).toMatchObject({
    id: id(91),
    text: '二〇三〇年工作要点',
  })
  const scattered = source.indexOf('散落')
  const bare = dropClause(outline, clausesOf(outline).find(({ start }) => start === scattered)?.id ?? id(99))
  const adopted = adoptText(bare, source, { start: scattered, end: scattered + 12 }, id(92))
  expect(adopted.sections[0]!.items[1]!.clauses.at(-1)).toMatchObject({ id: id(92), text: '散落的一句话，没有编号。' })
})

it('retitles a section and an item, and nothing else', () => {
  const named = retitleSection(retitleItem(outline, 0, 1, { number: 5, title: '党课' }), 1, {
    number: '三、',
    title: '队伍',
  })
  expect(named.sections[0]!.items.map(({ number, title }) => [number, title])).toEqual([
    [1, '办好读书班'],
    [5, '党课'],
  ])
  expect(named.sections[1]).toMatchObject({ number: '三、', title: '队伍' })
})
