import type { Services } from '@dangjian/api/context'
import { findAttempt } from '@dangjian/db/training/attempt-store'
import { listQuestionVersions } from '@dangjian/db/training/question-store'
import type { Instant, PersonId } from '@dangjian/domain/access'
import {
  rightResponse,
  type AttemptId,
  type CourseId,
  type EnrolmentId,
  type LessonId,
  type LessonKind,
  type Response,
} from '@dangjian/domain/training'
import { act } from './act.ts'

const SECOND = 1000
const device = 'demo-window'

interface Place {
  readonly enrolmentId: EnrolmentId
  readonly lessonId: LessonId
}

/** Somebody who learns through the real procedures, at their own pace and in their own past. */
export class DemoLearner {
  readonly #services: Services
  readonly #personId: PersonId
  #at: Instant

  constructor(services: Services, personId: PersonId, at: Instant) {
    this.#services = services
    this.#personId = personId
    this.#at = at
  }

  /** The procedures, some time later than the last step. */
  async #after(ms: number) {
    this.#at += ms
    return (await act(this.#services, { personId: this.#personId }, this.#at)).training
  }

  /** From the beginning to the certificate; who is careless gets the last question wrong. */
  async complete(courseId: CourseId, careless: boolean): Promise<void> {
    const { enrolmentId } = await (await this.#after(0)).enrol({ courseId })
    for (const { id, kind, size, required } of await this.#lessons(courseId)) {
      if (required) await this.#do(kind, { enrolmentId, lessonId: id }, size ?? 0, careless)
    }
  }

  /** The first lessons, and a part of the recording after them. */
  async begin(courseId: CourseId, upTo: { readonly lessons: number; readonly playedShare: number }): Promise<void> {
    const { enrolmentId } = await (await this.#after(0)).enrol({ courseId })
    const lessons = await this.#lessons(courseId)
    for (const { id, kind, size } of lessons.slice(0, upTo.lessons)) {
      await this.#do(kind, { enrolmentId, lessonId: id }, size ?? 0, false)
    }
    const next = lessons[upTo.lessons]
    if (next?.kind === 'audio' || next?.kind === 'video') {
      await this.#play({ enrolmentId, lessonId: next.id }, (next.size ?? 0) * upTo.playedShare)
    }
  }

  async #lessons(courseId: CourseId) {
    return (await (await this.#after(0)).showCourse({ courseId })).sections.flatMap(({ lessons }) => lessons)
  }

  async #do(kind: LessonKind, place: Place, size: number, careless: boolean): Promise<void> {
    if (kind === 'text') await (await this.#after(240 * SECOND)).finishLesson(place)
    else if (kind === 'quiz') await this.#sit(place, careless)
    else if (kind === 'pdf') {
      const pagesSeen = Array.from({ length: size }, (_, page) => page + 1)
      await (await this.#after(90 * SECOND)).recordPosition({ ...place, position: size, pagesSeen })
    } else await this.#play(place, size)
  }

  async #play(place: Place, seconds: number): Promise<void> {
    const { ticket } = await (await this.#after(30 * SECOND)).openPlay({ ...place, device })
    const ranges = [{ from: 0, to: seconds, rate: 1 }]
    const { enrolmentId } = place
    await (await this.#after(seconds * SECOND)).reportPlay({ enrolmentId, ticket, position: seconds, ranges })
  }

  async #sit(place: Place, careless: boolean): Promise<void> {
    const { attemptId } = await (await this.#after(120 * SECOND)).startAttempt({ ...place, device })
    const answers = (await this.#rightAnswers(attemptId)).map((response, slot) => ({ slot, response, seq: 1 }))
    const given = careless ? answers.slice(0, -1) : answers
    await (await this.#after(200 * SECOND)).closeAttempt({ attemptId, device, answers: given })
  }

  async #rightAnswers(attemptId: AttemptId): Promise<Response[]> {
    const attempt = await findAttempt(this.#services.storage.read, attemptId)
    const ids = attempt?.paper.map(({ questionVersionId }) => questionVersionId) ?? []
    const bodies = new Map(
      (await listQuestionVersions(this.#services.storage.read, ids)).map(({ id, body }) => [id, body]),
    )
    return ids.map((id) => {
      const body = bodies.get(id)
      return body?.kind === 'blank'
        ? { written: body.accepted[0] ?? '' }
        : body?.kind === 'numerical'
          ? { written: String(body.right) }
          : body
            ? rightResponse(body)
            : null
    })
  }
}
