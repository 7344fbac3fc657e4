import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId, UnitId } from '../access/id.ts'
import {
  addLesson,
  addSection,
  changeLesson,
  moveLesson,
  moveSection,
  newLesson,
  removeLesson,
  removeSection,
  retitleSection,
} from './course-edit.ts'
import { courseDifference } from './course-difference.ts'
import { CourseContent, lessonsOf, type Course, type CourseVersionId, type SectionId } from './course.ts'
import { canPublishCourse, publishCourse, withdrawCourse, type QuestionSupply } from './publish-course.ts'
import type { Lesson, LessonId, LessonKind, QuizLesson } from './lesson.ts'
import type { BankId, QuestionId, QuestionVersionId } from './question.ts'
import { courseChangeWords, courseGapWords } from './making-words.ts'

const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const section = (n: number, ...lessons: Lesson[]) => ({ id: idOf(n) as SectionId, title: `第${n}章`, lessons })
const lesson = (n: number, kind: LessonKind = 'text'): Lesson => ({
  ...newLesson(kind, idOf(n) as LessonId),
  title: `课时${n}`,
})
const written = (n: number): Lesson => {
  const empty = lesson(n)
  if (empty.kind !== 'text') throw new Error('not a text')
  return {
    ...empty,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '正文' }] }] },
  }
}
const quiz = (n: number, slots: QuizLesson['quiz']['slots']): Lesson => {
  const empty = lesson(n, 'quiz')
  if (empty.kind !== 'quiz') throw new Error('not a quiz')
  return { ...empty, quiz: { ...empty.quiz, slots } }
}
const bankId = idOf(900) as BankId
const question = idOf(901) as QuestionVersionId
const supply = (count: number, retired = false): QuestionSupply => ({
  questions: new Map([[question, { questionId: idOf(902) as QuestionId, bankId, category: '组织', retired }]]),
  banks: new Map([
    [
      bankId,
      new Map([
        ['组织', count],
        ['纪律', 2],
      ]),
    ],
  ]),
})
const nothing: QuestionSupply = { questions: new Map(), banks: new Map() }
const course = (content: CourseContent, hours = 1): Course => ({
  id: idOf(800) as Course['id'],
  unitId: idOf(801) as UnitId,
  title: '支部工作入门',
  summary: '',
  audience: '',
  hours,
  content,
  state: 'draft',
  latestVersionId: null,
  rev: 1,
  updatedAt: 0,
  updatedBy: idOf(802) as PersonId,
  createdAt: 0,
})
const gapsOf = (content: CourseContent, has = nothing, hours = 1): string[] =>
  canPublishCourse(course(content, hours), has).map(({ gap }) => gap)
const act = { id: idOf(803) as CourseVersionId, changeNote: '', now: 5, by: idOf(802) as PersonId }

describe('publishing a course', () => {
  it('lists all that is missing, each with the lesson where it is to be mended', () => {
    expect(gapsOf({ sections: [] }, nothing, 0)).toEqual(['hours-missing', 'section-missing'])
    expect(gapsOf({ sections: [section(1)] })).toEqual(['lesson-missing'])
    const untitled = { ...lesson(3), title: '' }
    const content = {
      sections: [
        { ...section(1, lesson(2), untitled), title: '' },
        section(4, lesson(5, 'video'), lesson(6, 'pdf'), lesson(7, 'quiz')),
      ],
    }
    const gaps = canPublishCourse(course(content), nothing)
    expect(gaps.map(({ gap, lessonId }) => [gap, lessonId && Number(lessonId.slice(-3))])).toEqual([
      ['section-title-missing', null],
      ['text-missing', 2],
      ['lesson-title-missing', 3],
      ['text-missing', 3],
      ['file-missing', 5],
      ['file-missing', 6],
      ['questions-missing', 7],
    ])
    for (const { gap } of gaps) expect(courseGapWords['zh-CN'][gap]).toBeTruthy()
  })

  it('wants a lesson that is required, else everybody would be done at once', () => {
    expect(gapsOf({ sections: [section(1, { ...written(2), required: false })] })).toEqual(['required-missing'])
    expect(gapsOf({ sections: [section(1, written(2))] })).toEqual([])
  })

  it('counts what a draw can find: fixed questions are not drawn, and all draws together must find enough', () => {
    const fixed = { kind: 'fixed' as const, questionVersionId: question, marks: 1 }
    const drawn = (count: number, category: string | null = null) => ({
      kind: 'drawn' as const,
      bankId,
      category,
      count,
      marks: 1,
    })
    const of = (...slots: QuizLesson['quiz']['slots']) => ({ sections: [section(1, quiz(2, slots))] })
    expect(gapsOf(of(drawn(3, '组织')), supply(3))).toEqual([])
    expect(gapsOf(of(fixed, drawn(3, '组织')), supply(3))).toEqual(['bank-too-small'])
    expect(gapsOf(of(drawn(3, '组织'), drawn(3)), supply(3))).toEqual(['bank-too-small'])
    expect(gapsOf(of(drawn(3, '组织'), drawn(2)), supply(3))).toEqual([])
    expect(gapsOf(of(fixed, fixed), supply(3))).toEqual(['question-doubled'])
    expect(gapsOf(of(fixed), supply(3, true))).toEqual(['question-retired'])
    expect(gapsOf(of(fixed), nothing)).toEqual(['question-unknown'])
  })

  it('makes the next version of what stands in the draft, and refuses one that differs in nothing', () => {
    const draft = course({ sections: [section(1, written(2))] })
    const first = publishCourse(draft, undefined, nothing, act)
    if (!first.ok) throw new Error(first.refusal)
    expect(first.value.version).toMatchObject({ number: 1, title: draft.title, content: draft.content, publishedAt: 5 })
    expect(first.value.course).toMatchObject({ state: 'published', latestVersionId: act.id })
    const again = publishCourse(first.value.course, first.value.version, nothing, act)
    expect(again).toMatchObject({ ok: false, refusal: 'course-unchanged' })
    const second = publishCourse({ ...first.value.course, hours: 2 }, first.value.version, nothing, act)
    expect(second).toMatchObject({ ok: true, value: { version: { number: 2, hours: 2 } } })
    const withdrawn = withdrawCourse(first.value.course)
    if (!withdrawn.ok) throw new Error(withdrawn.refusal)
    expect(publishCourse(withdrawn.value, first.value.version, nothing, act).ok).toBe(true)
    expect(withdrawCourse(withdrawn.value)).toMatchObject({ refusal: 'course-not-published' })
  })

  it('refuses an incomplete course with the number of things that are missing', () => {
    expect(publishCourse(course({ sections: [] }, 0), undefined, nothing, act)).toMatchObject({
      refusal: 'course-incomplete',
      detail: { count: 2 },
    })
  })
})

const kinds = ['text', 'video', 'audio', 'pdf', 'quiz'] as const
const anyContent = fc
  .array(fc.array(fc.constantFrom(...kinds), { maxLength: 4 }), { maxLength: 4 })
  .map((sections): CourseContent => ({
    sections: sections.map((lessons, s) => section(s + 1, ...lessons.map((kind, l) => lesson(100 + s * 10 + l, kind)))),
  }))
/** Some edits, each by the numbers that choose what it is done to. */
const anyEdits = fc.array(fc.tuple(fc.nat(7), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 12 })

function edit(content: CourseContent, [what, which, up]: [number, number, boolean], fresh: number): CourseContent {
  const sections = content.sections
  const chosen = sections[which % Math.max(1, sections.length)]
  const all = lessonsOf(content)
  const one = all[which % Math.max(1, all.length)]?.lesson
  const by = up ? -1 : 1
  if (what === 0 || !chosen) return addSection(content, section(500 + fresh))
  if (what === 1) return addLesson(content, chosen.id, lesson(600 + fresh, kinds[which % 5]))
  if (what === 2) return moveSection(content, chosen.id, by)
  if (what === 3) return retitleSection(content, chosen.id, `改名${which % 3}`)
  if (what === 4) return removeSection(content, chosen.id)
  if (!one) return content
  if (what === 5) return moveLesson(content, one.id, by)
  if (what === 6) return removeLesson(content, one.id)
  return changeLesson(content, { ...one, title: `改${which % 3}`, required: up })
}

describe('editing and comparing courses', () => {
  it('tells a difference exactly when there is one, whatever was edited', () => {
    fc.assert(
      fc.property(anyContent, anyEdits, (content, edits) => {
        const after = edits.reduce((each, one, index) => edit(each, one, index), content)
        const changes = courseDifference(course(content), course(after))
        expect(changes.length === 0).toBe(JSON.stringify(content) === JSON.stringify(after))
        expect(CourseContent.safeParse(after).success).toBe(true)
      }),
    )
  })

  it('loses no lesson by moving, and a move back restores the order', () => {
    fc.assert(
      fc.property(anyContent, fc.nat(), fc.boolean(), (content, which, up) => {
        const all = lessonsOf(content)
        const one = all[which % Math.max(1, all.length)]?.lesson
        fc.pre(one !== undefined)
        const there = moveLesson(content, one.id, up ? -1 : 1)
        expect(
          lessonsOf(there)
            .map(({ lesson: { id } }) => id)
            .toSorted(),
        ).toEqual(all.map(({ lesson: { id } }) => id).toSorted())
        if (there !== content) expect(moveLesson(there, one.id, up ? 1 : -1)).toEqual(content)
      }),
    )
  })

  it('names what was added, moved, taken away and changed, once each', () => {
    const before = { sections: [section(1, lesson(2), lesson(3), lesson(4)), section(5, lesson(6))] }
    const after = { sections: [section(1, lesson(4), lesson(2)), section(5, lesson(6), lesson(3), lesson(7))] }
    const told = courseDifference(course(before), course(after)).map(({ change, title }) => `${change} ${title}`)
    expect(told).toEqual(['lesson-moved 课时4', 'lesson-moved 课时3', 'lesson-added 课时7'])
    expect(courseDifference(course(before), course(before, 2))).toMatchObject([
      { change: 'hours-changed', from: '1', to: '2' },
    ])
    expect(courseChangeWords.en['lesson-moved']).toContain('{title}')
  })

  it('refuses content in which one id stands twice', () => {
    expect(CourseContent.safeParse({ sections: [section(1, lesson(2), lesson(2))] }).success).toBe(false)
  })
})
