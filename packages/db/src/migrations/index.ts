import type { Migration } from 'kysely/migration'
import * as access from './0001-access.ts'
import * as organisation from './0002-organisation.ts'
import * as tasks from './0003-tasks.ts'
import * as training from './0004-training.ts'
import * as givenPassword from './0005-given-password.ts'
import * as auditOrder from './0006-audit-order.ts'
import * as recordMending from './0007-record-mending.ts'
import * as secondFactor from './0008-second-factor.ts'
import * as electionStep from './0009-election-step.ts'
import * as certificateOfEnrolment from './0011-certificate-of-enrolment.ts'
import * as sessionSeen from './0012-session-seen.ts'
import * as electionPosts from './0013-election-posts.ts'
import * as nameGram from './0014-name-gram.ts'

/** Every migration by its name, in order. */
export const migrations: Record<string, Migration> = {
  '0001-access': access,
  '0002-organisation': organisation,
  '0003-tasks': tasks,
  '0004-training': training,
  '0005-given-password': givenPassword,
  '0006-audit-order': auditOrder,
  '0007-record-mending': recordMending,
  '0008-second-factor': secondFactor,
  '0009-election-step': electionStep,
  '0011-certificate-of-enrolment': certificateOfEnrolment,
  '0012-session-seen': sessionSeen,
  '0013-election-posts': electionPosts,
  '0014-name-gram': nameGram,
}
