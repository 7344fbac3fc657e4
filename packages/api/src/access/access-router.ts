import { changePassword } from './change-password.ts'
import { chooseActingGrant } from './choose-acting-grant.ts'
import { choosePassword } from './choose-password.ts'
import { createAccount } from './create-account.ts'
import { disableAccount } from './disable-account.ts'
import { drawSecondFactor } from './draw-second-factor.ts'
import { enableAccount } from './enable-account.ts'
import { enrolSecondFactor } from './enrol-second-factor.ts'
import { exportAuditEntries } from './export-audit-entries.ts'
import { findGrantableUnits } from './find-grantable-units.ts'
import { findPeopleWithoutAccount } from './find-people-without-account.ts'
import { grantRole } from './grant-role.ts'
import { listAccounts } from './list-accounts.ts'
import { listAuditEntries } from './list-audit-entries.ts'
import { listRoleGrants } from './list-role-grants.ts'
import { listSessions } from './list-sessions.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { resetPassword } from './reset-password.ts'
import { revokeRole } from './revoke-role.ts'
import { revokeSession } from './revoke-session.ts'
import { session } from './session.ts'
import { showSecondFactor } from './show-second-factor.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { router } from '../trpc.ts'

export const accessRouter = router({
  changePassword,
  choosePassword,
  chooseActingGrant,
  drawSecondFactor,
  enrolSecondFactor,
  exportAuditEntries,
  findGrantableUnits,
  grantRole,
  listRoleGrants,
  listSessions,
  removeSecondFactor,
  resetPassword,
  showSecondFactor,
  revokeRole,
  revokeSession,
  createAccount,
  disableAccount,
  enableAccount,
  findPeopleWithoutAccount,
  listAccounts,
  listAuditEntries,
  session,
  signIn,
  signOut,
})
