import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileId } from '../access/id.ts'
import { completionStanding, lessonNeed, neededSeconds, type LessonFacts } from './completion.ts'
import type { CourseContent, SectionId } from './course.ts'
import type { Lesson, LessonId } from './lesson.ts'

const id = <T extends string>(n: number): T => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}` as T
const doc = { type: 'doc' as const, content: [] }
const common = { title: '课时', required: true }
const text: Lesson = { ...common, id: id(1), kind: 'text', body: doc }
const video: Lesson = {
  ...common,
  id: id(2),
  kind: 'video',
  fileId: id<FileId>(9),
  seconds: 100,
  neededShare: 90,
  transcript: '',
}
const pdf: Lesson = { ...common, id: id(3), kind: 'pdf', fileId: id<FileId>(9), pages: 4 }
const test: Lesson = {
  ...common,
  id: id(4),
  kind: 'quiz',
  quiz: { slots: [], passShare: 60, minutes: null, attempts: null, shuffled: true, explained: true },
}
const extra: Lesson = { ...text, id: id(5), required: false }
const content: CourseContent = {
  sections: [
    { id: id<SectionId>(10), title: '第一章', lessons: [extra, text, video] },
    { id: id<SectionId>(11), title: '第二章', lessons: [pdf, test] },
  ],
}
const done: LessonFacts = { doneAt: 1, played: [] }
const facts = (...ids: LessonId[]) => new Map(ids.map((each) => [each, done]))

describe('Completion is one rule', () => {
  it('needs every required lesson done and every required test passed, and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([text.id, video.id, pdf.id, extra.id]), fc.boolean(), (ids, passed) => {
        const standing = completionStanding(content, facts(...ids), new Set(passed ? [test.id] : []))
        const needed = [text.id, video.id, pdf.id].every((each) => ids.includes(each)) && passed
        expect(standing.complete).toBe(needed)
        expect(standing.missing).toHaveLength(4 - ids.filter((each) => each !== extra.id).length - Number(passed))
      }),
    )
  })

  it('leads to the first required lesson that is missing, then to what is left, then nowhere', () => {
    const none = new Set<LessonId>()
    expect(completionStanding(content, facts(text.id), none).next?.lesson.id).toBe(video.id)
    const all = facts(text.id, video.id, pdf.id)
    expect(completionStanding(content, all, none).next?.lesson.id).toBe(test.id)
    expect(completionStanding(content, all, new Set([test.id])).next?.lesson.id).toBe(extra.id)
    expect(completionStanding(content, facts(text.id, video.id, pdf.id, extra.id), new Set([test.id])).next).toBeNull()
  })

  it('says what each lesson still needs, in figures', () => {
    const seen = (to: number): LessonFacts => ({ doneAt: null, played: [{ from: 0, to }] })
    expect(lessonNeed(text, undefined, false)).toEqual({ need: 'read' })
    expect(lessonNeed(video, seen(40), false)).toEqual({ need: 'play', seconds: 49 })
    expect(lessonNeed(video, seen(neededSeconds(video)), false)).toBeNull()
    expect(lessonNeed(pdf, seen(3), false)).toEqual({ need: 'pages', pages: 1 })
    expect(lessonNeed(pdf, seen(4), false)).toBeNull()
    expect(lessonNeed(test, done, false)).toEqual({ need: 'pass', share: 60 })
  })

  it('does not take a course without anything required for completed', () => {
    const nothing = { sections: [{ id: id<SectionId>(10), title: '', lessons: [extra] }] }
    expect(completionStanding(nothing, new Map(), new Set()).complete).toBe(false)
  })
})
