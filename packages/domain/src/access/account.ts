import { allow, refuse, type Decision } from './decision.ts'
import type { PersonId } from './id.ts'
import type { Instant } from './time.ts'
import type { Wording } from './words.ts'

/** What the rules need to know of an account: whose it is, and since when it is closed to sign-in. */
export interface AccountState {
  readonly personId: PersonId
  readonly disabledAt: Instant | null
}

export type AccountRefusal =
  | 'username-taken'
  | 'person-has-account'
  | 'person-has-disabled-account'
  | 'nobody-disables-their-own-account'
  | 'account-disabled-already'
  | 'account-not-disabled'
  | 'nobody-resets-their-own-password'
  | 'disabled-account-has-no-use-for-a-password'

/** A person has one account, so that one name in the log is one person (GB/T 22239, 8.1.4.1: identities are unique). */
export function decideNewAccount(
  held: AccountState | undefined,
  usernameTaken: boolean,
): Decision<null, AccountRefusal> {
  if (held) return refuse(held.disabledAt === null ? 'person-has-account' : 'person-has-disabled-account')
  return usernameTaken ? refuse('username-taken') : allow(null)
}

/** Nobody disables their own: so there is always one operator left who can open it again. */
export function disableAccount<A extends AccountState>(
  account: A,
  by: PersonId,
  at: Instant,
): Decision<A, AccountRefusal> {
  if (account.personId === by) return refuse('nobody-disables-their-own-account')
  if (account.disabledAt !== null) return refuse('account-disabled-already')
  return allow({ ...account, disabledAt: at })
}

/** Opens a disabled account again, with the password it had. */
export function enableAccount<A extends AccountState>(account: A): Decision<A, AccountRefusal> {
  if (account.disabledAt === null) return refuse('account-not-disabled')
  return allow({ ...account, disabledAt: null })
}

/** Gives an account a password to be handed over and changed at once. One's own is changed, which asks for the present one. */
export function resetPassword<A extends AccountState>(
  account: A,
  by: PersonId | null,
  at: Instant,
): Decision<A & { readonly passwordGivenAt: Instant }, AccountRefusal> {
  if (account.personId === by) return refuse('nobody-resets-their-own-password')
  if (account.disabledAt !== null) return refuse('disabled-account-has-no-use-for-a-password')
  return allow({ ...account, passwordGivenAt: at })
}

export const accountRefusalWords: Wording<AccountRefusal> = {
  'zh-CN': {
    'username-taken': '这个用户名已被使用，请换一个。',
    'person-has-account': '此人已有账号，无需再建。',
    'person-has-disabled-account': '此人的账号已停用；请在列表中找到它，重新启用即可。',
    'nobody-disables-their-own-account': '不能停用自己的账号，请由另一位系统管理员办理。',
    'account-disabled-already': '这个账号已经停用，无需再办。',
    'account-not-disabled': '这个账号正在使用，无需启用。',
    'nobody-resets-their-own-password': '不能重置自己的密码；请在“我的账号”中修改，忘记时请另一位系统管理员办理。',
    'disabled-account-has-no-use-for-a-password': '这个账号已停用；请先重新启用，再重置密码。',
  },
  en: {
    'username-taken': 'This user name is taken; choose another.',
    'person-has-account': 'This person has an account already; nothing needs doing.',
    'person-has-disabled-account': 'This person’s account is disabled; find it in the list and enable it again.',
    'nobody-disables-their-own-account': 'Nobody disables their own account; ask another system operator.',
    'account-disabled-already': 'This account is disabled already; nothing needs doing.',
    'account-not-disabled': 'This account is in use; it need not be enabled.',
    'nobody-resets-their-own-password':
      'Nobody resets their own password: change it under “My account”, or ask another system operator.',
    'disabled-account-has-no-use-for-a-password': 'This account is disabled; enable it first, then reset the password.',
  },
}
