import { z } from 'zod'
import { findPerson, listPostsOfPerson, listUnitsOfPerson } from '@dangjian/db/organisation/person-store'
import { listAnswers, listAttemptsOf } from '@dangjian/db/training/attempt-store'
import { listCertificatesOf } from '@dangjian/db/training/certificate-store'
import { listEnrolmentsOf } from '@dangjian/db/training/enrolment-store'
import { listHourEntries } from '@dangjian/db/training/hour-store'
import { listProgress } from '@dangjian/db/training/progress-store'
import { query } from '../trpc.ts'

const Rows = z.array(z.record(z.string(), z.unknown()))

/** Everything that the school keeps of whoever asks, for taking away (《个人信息保护法》: access and copies). */
export const exportMyData = query({
  permission: 'training.export-my-data',
  input: z.void(),
  output: z.strictObject({
    exportedAt: z.int(),
    person: z.record(z.string(), z.unknown()),
    units: Rows,
    posts: Rows,
    enrolments: Rows,
    progress: Rows,
    attempts: Rows,
    hours: Rows,
    certificates: Rows,
  }),
  run: async ({ db, actor, now, today }) => {
    const { personId } = actor
    const person = await findPerson(db, personId)
    const enrolments = await listEnrolmentsOf(db, personId)
    const progress = []
    for (const { id } of enrolments) progress.push(...(await listProgress(db, id)))
    const attempts = []
    for (const { paper: _, ...attempt } of await listAttemptsOf(db, personId)) {
      const answers = await listAnswers(db, attempt.id)
      attempts.push({
        ...attempt,
        answers: answers.map(({ slot, response, savedAt, marks }) => ({ slot, response, savedAt, marks })),
      })
    }
    return {
      exportedAt: now,
      person: { id: personId, name: person?.name, memberStatus: person?.memberStatus },
      units: await listUnitsOfPerson(db, personId, today),
      posts: await listPostsOfPerson(db, personId, today),
      enrolments,
      progress,
      attempts,
      hours: await listHourEntries(db, personId),
      certificates: await listCertificatesOf(db, personId),
    }
  },
})
