import type { Services } from '@dangjian/api/context'
import { insertFile } from '@dangjian/db/access/file-store'
import type { FileId, Instant, PersonId } from '@dangjian/domain/access'
import {
  newLesson,
  type BankId,
  type CourseContent,
  type CourseId,
  type Lesson,
  type LessonId,
  type LessonKind,
  type QuizSlot,
  type SectionId,
} from '@dangjian/domain/training'
import { textPdf } from '@dangjian/formats/tasks/text-pdf'
import { act } from './act.ts'
import type { DemoOrganisation } from './organisation.ts'
import { meetingPicture } from './picture.ts'
import { toneRecording } from './tone.ts'
import { demoQuestions } from './training-question.ts'
import { audioTranscript, branchPaper, branchText, electionPaper, electionText, tiersText } from './training-text.ts'
import { morningOf } from './working-day.ts'

export interface DemoTraining {
  /** Published courses: on branch work, on the three tiers, on elections. */
  readonly courseIds: readonly CourseId[]
}

const DAY = 24 * 3_600_000
const AUDIO_SECONDS = 20

/** A question bank, three published courses that a learner can complete in minutes, and a draft that is not done yet. */
export async function seedTraining(services: Services, organisation: DemoOrganisation): Promise<DemoTraining> {
  const { trainer } = organisation.accounts
  if (!trainer) throw new Error('The demo has no trainer')
  const begun = morningOf(services.clock(), 200)
  const maker = new CourseMaker(services, organisation, trainer)
  const bankId = await maker.bank('学会党务工作实务', begun)

  const picture = await maker.file('会议示意图.png', 'image/png', meetingPicture(2), begun)
  const tiersPicture = await maker.file('三层组织示意图.png', 'image/png', meetingPicture(3), begun)
  const recording = await maker.file('支部工作贵在经常.wav', 'audio/wav', toneRecording(AUDIO_SECONDS), begun)
  const handbook = await maker.file(
    '支部工作随身手册.pdf',
    'application/pdf',
    await textPdf('支部工作随身手册', branchPaper),
    begun,
  )
  const checklist = await maker.file(
    '换届工作清单.pdf',
    'application/pdf',
    await textPdf('换届工作清单', electionPaper),
    begun,
  )

  const draw = (category: string | null, count: number): QuizSlot => ({
    kind: 'drawn',
    bankId,
    category,
    count,
    marks: 2,
  })
  const { lesson, sections } = maker
  const branch = await maker.course(
    '党支部工作实务入门',
    '从一张全年安排表说起：会怎样开、事怎样记、主题党日怎样有意思。',
    '支部书记、支部委员和党务干部',
    2,
    begun + 2 * DAY,
    [
      sections(
        '一、把会开好',
        lesson('text', '三会一课与主题党日', { body: branchText(picture) }),
        lesson('audio', '听一听：支部工作贵在经常', {
          fileId: recording,
          seconds: AUDIO_SECONDS,
          transcript: audioTranscript,
        }),
      ),
      sections(
        '二、把事记清',
        lesson('pdf', '支部工作随身手册', { fileId: handbook, pages: 1, required: false }),
        lesson('quiz', '结业测验', quiz([draw('组织生活', 4), draw('工作实务', 2)], 10)),
      ),
    ],
  )
  const tiers = await maker.course(
    '认识学会三层组织体系',
    '学会党委、办事机构党组织、分支机构党的工作小组，各在哪里，各做什么。',
    '学会党务干部',
    1,
    begun + 20 * DAY,
    [
      sections(
        '一、三层组织',
        lesson('text', '三层各在哪里', { body: tiersText(tiersPicture) }),
        lesson('quiz', '小测验', quiz([draw('三层组织', 5)], 10)),
      ),
    ],
  )
  const election = await maker.course(
    '支部换届选举工作要点',
    '任期、步骤、两个要算对的数，附换届工作清单。',
    '支部书记、组织委员',
    1.5,
    begun + 40 * DAY,
    [
      sections('一、要点', lesson('text', '换届的路怎样走', { body: electionText })),
      sections(
        '二、清单与测验',
        lesson('pdf', '换届工作清单', { fileId: checklist, pages: 1 }),
        lesson('quiz', '测验', quiz([draw('换届选举', 5)], 15)),
      ),
    ],
  )
  await maker.draft('学会党建信息报送怎么写', morningOf(services.clock(), 3), [
    sections('一、写什么', lesson('text', '一件事、一段话')),
    sections('二、怎么写', lesson('video', '示范讲解')),
  ])
  return { courseIds: [branch, tiers, election] }
}

function quiz(slots: readonly QuizSlot[], minutes: number): object {
  return { quiz: { slots, passShare: 60, minutes, attempts: 5, shuffled: true, explained: true } }
}

type Sections = CourseContent['sections'][number]

/** Makes courses as the demo's trainer, by the real procedures, each step at its own instant. */
class CourseMaker {
  readonly #services: Services
  readonly #unitId: DemoOrganisation['associationId']
  readonly #trainer: PersonId

  constructor(services: Services, organisation: DemoOrganisation, trainer: PersonId) {
    this.#services = services
    this.#unitId = organisation.associationId
    this.#trainer = trainer
  }

  #as(at: Instant) {
    return act(this.#services, { personId: this.#trainer, wearing: this.#unitId }, at)
  }

  readonly lesson = (kind: LessonKind, title: string, more: object = {}): Lesson =>
    ({ ...newLesson(kind, this.#services.newId() as LessonId), title, ...more }) as Lesson

  readonly sections = (title: string, ...lessons: Lesson[]): Sections => ({
    id: this.#services.newId() as SectionId,
    title,
    lessons,
  })

  async bank(title: string, at: Instant): Promise<BankId> {
    const { bankId } = await (await this.#as(at)).training.createBank({ unitId: this.#unitId, title })
    for (const [n, draft] of demoQuestions.entries())
      await (await this.#as(at + (n + 1) * 60_000)).training.addQuestion({ bankId, draft })
    return bankId
  }

  async file(name: string, mediaType: string, content: Uint8Array, at: Instant): Promise<FileId> {
    const { sha256, size } = await this.#services.files.write(content)
    const id = this.#services.newId() as FileId
    const made = { id, sha256, size, name, mediaType, purpose: 'course-media' as const, audience: 'learners' as const }
    await this.#services.storage.transact((tx) =>
      insertFile(tx, { ...made, unitId: this.#unitId, createdBy: this.#trainer, createdAt: at }),
    )
    return id
  }

  async draft(
    title: string,
    at: Instant,
    sections: Sections[],
    more: object = {},
  ): Promise<{ courseId: CourseId; rev: number }> {
    const { courseId } = await (await this.#as(at)).training.createCourse({ unitId: this.#unitId, title })
    const fields = { courseId, rev: 1, title, summary: '', audience: '', hours: 0, content: { sections }, ...more }
    const { rev } = await (await this.#as(at + 3_600_000)).training.saveCourseDraft(fields)
    return { courseId, rev }
  }

  async course(
    title: string,
    summary: string,
    audience: string,
    hours: number,
    at: Instant,
    sections: Sections[],
  ): Promise<CourseId> {
    const { courseId, rev } = await this.draft(title, at, sections, { summary, audience, hours })
    await (await this.#as(at + 2 * 3_600_000)).training.publishCourse({ courseId, rev, changeNote: '' })
    return courseId
  }
}
