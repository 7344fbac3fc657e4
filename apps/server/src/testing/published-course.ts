import { v7 as uuidv7 } from 'uuid'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import {
  type BankId,
  type CourseContent,
  type CourseId,
  type CourseVersionId,
  type Lesson,
  type LessonId,
  type QuestionBody,
  type QuestionId,
  type QuestionVersionId,
  type Quiz,
  type SectionId,
} from '@dangjian/domain/training'
import { insertBank } from '@dangjian/db/training/bank-store'
import { insertCourse } from '@dangjian/db/training/course-store'
import { insertCourseVersion } from '@dangjian/db/training/course-version-store'
import { insertQuestions } from '@dangjian/db/training/question-store'
import type { Storage } from '@dangjian/db/connection/storage'

export interface PublishedCourse {
  readonly courseId: CourseId
  readonly versionId: CourseVersionId
  readonly lessons: Readonly<Record<'text' | 'video' | 'pdf' | 'quiz', LessonId>>
}

export interface CourseOptions {
  readonly newId?: () => string
  readonly unitId: UnitId
  readonly by: PersonId
  readonly now: number
  readonly title?: string
  readonly quiz?: Partial<Quiz>
  readonly questions?: readonly QuestionBody[]
  readonly explanation?: string
  /** So many of the questions are drawn from their bank; all of them are named otherwise. */
  readonly drawn?: number
  /** Only these lessons. */
  readonly kinds?: readonly Lesson['kind'][]
}

export const testQuestions: readonly QuestionBody[] = [
  {
    kind: 'single',
    stem: '党支部委员会每届任期几年？',
    options: [
      { key: 'qa1x', text: '二年' },
      { key: 'qb2y', text: '三年' },
      { key: 'qc3z', text: '五年' },
    ],
    right: 'qb2y',
  },
  { kind: 'judgement', stem: '支部书记每年至少讲一次党课。', right: true },
]

/** A published course of one text, one video, one PDF and one quiz, as the studio would leave it. */
export async function publishTestCourse(storage: Storage, options: CourseOptions): Promise<PublishedCourse> {
  const make = options.newId ?? uuidv7
  const id = <T extends string>(): T => make() as T
  const {
    unitId,
    by,
    now,
    title = '党务工作基础',
    questions = testQuestions,
    explanation = '见章程。',
    drawn = 0,
  } = options
  const [courseId, versionId, bankId] = [id<CourseId>(), id<CourseVersionId>(), id<BankId>()]
  const asked = questions.map((body) => {
    const [questionId, questionVersionId] = [id<QuestionId>(), id<QuestionVersionId>()]
    return {
      question: {
        id: questionId,
        bankId,
        category: '',
        state: 'active' as const,
        latestVersionId: questionVersionId,
        rev: 1,
        createdAt: now,
      },
      version: { id: questionVersionId, questionId, number: 1, body, explanation, difficulty: 2, createdAt: now },
    }
  })
  const lessons = { text: id<LessonId>(), video: id<LessonId>(), pdf: id<LessonId>(), quiz: id<LessonId>() }
  const required = true
  const all: Lesson[] = [
    {
      id: lessons.text,
      kind: 'text',
      title: '为什么学',
      required,
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: '组织生活要经常、认真、严肃。' }] }],
      },
    },
    {
      id: lessons.video,
      kind: 'video',
      title: '听一讲',
      required,
      fileId: null,
      seconds: 60,
      neededShare: 90,
      transcript: '',
    },
    { id: lessons.pdf, kind: 'pdf', title: '读一份材料', required, fileId: null, pages: 3 },
    {
      id: lessons.quiz,
      kind: 'quiz',
      title: '第一节测验',
      required,
      quiz: {
        slots: [
          ...asked
            .slice(drawn)
            .map(({ version }) => ({ kind: 'fixed' as const, questionVersionId: version.id, marks: 5 })),
          ...(drawn > 0 ? [{ kind: 'drawn' as const, bankId, category: null, count: drawn, marks: 5 }] : []),
        ],
        passShare: 60,
        minutes: 30,
        attempts: 2,
        shuffled: true,
        explained: true,
        ...options.quiz,
      },
    },
  ]
  const kept = all.filter(({ kind }) => options.kinds?.includes(kind) ?? true)
  const content: CourseContent = { sections: [{ id: id<SectionId>(), title: '第一章', lessons: kept }] }
  const course = { title, summary: '一门短课。', audience: '党务干部', hours: 2, content }
  await storage.transact(async (tx) => {
    await insertBank(tx, { id: bankId, unitId, title: `${title}题库 ${bankId}`, createdAt: now })
    await insertQuestions(tx, asked, { by, at: now })
    await insertCourse(tx, {
      id: courseId,
      unitId,
      ...course,
      state: 'published',
      latestVersionId: versionId,
      rev: 1,
      updatedAt: now,
      updatedBy: by,
      createdAt: now,
    })
    await insertCourseVersion(tx, {
      id: versionId,
      courseId,
      number: 1,
      ...course,
      changeNote: '',
      publishedAt: now,
      publishedBy: by,
    })
  })
  return { courseId, versionId, lessons }
}
