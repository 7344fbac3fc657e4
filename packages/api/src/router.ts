import { changePassword } from './access/change-password.ts'
import { chooseActingGrant } from './access/choose-acting-grant.ts'
import { grantRole } from './access/grant-role.ts'
import { listRoleGrants } from './access/list-role-grants.ts'
import { listSessions } from './access/list-sessions.ts'
import { revokeRole } from './access/revoke-role.ts'
import { revokeSession } from './access/revoke-session.ts'
import { session } from './access/session.ts'
import { signIn } from './access/sign-in.ts'
import { signOut } from './access/sign-out.ts'
import { createAccount } from './access/create-account.ts'
import { disableAccount } from './access/disable-account.ts'
import { listAccounts } from './access/list-accounts.ts'
import { listAuditEntries } from './access/list-audit-entries.ts'
import { router } from './trpc.ts'

/** The table of contents: every procedure there is, by wing. */
export const appRouter = router({
  access: router({
    changePassword,
    chooseActingGrant,
    grantRole,
    listRoleGrants,
    listSessions,
    revokeRole,
    revokeSession,
    createAccount,
    disableAccount,
    listAccounts,
    listAuditEntries,
    session,
    signIn,
    signOut,
  }),
})

export type AppRouter = typeof appRouter
