import { z } from 'zod'
import { PersonId } from '../access/id.ts'
import { Instant } from '../access/time.ts'
import { CertificateId } from './certificate.ts'
import { CourseId, CourseVersionId } from './course.ts'
import { EnrolmentId } from './enrolment.ts'

/** Learners can begin a version from now on. */
export const CoursePublished = z.object({
  type: z.literal('course-published'),
  courseId: CourseId,
  versionId: CourseVersionId,
})
export type CoursePublished = z.infer<typeof CoursePublished>

/** A person completed a course. */
export const CoursePassed = z.object({
  type: z.literal('course-passed'),
  personId: PersonId,
  courseId: CourseId,
  enrolmentId: EnrolmentId,
  certificateId: CertificateId,
  passedAt: Instant,
})
export type CoursePassed = z.infer<typeof CoursePassed>

/** A certificate holds no more. The hours of its course stay as they are. */
export const CertificateRevoked = z.object({
  type: z.literal('certificate-revoked'),
  personId: PersonId,
  courseId: CourseId,
  enrolmentId: EnrolmentId,
  certificateId: CertificateId,
  revokedAt: Instant,
})
export type CertificateRevoked = z.infer<typeof CertificateRevoked>
