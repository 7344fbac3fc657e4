import { describe, expect, it } from 'vitest'
import { decideNewAccount, disableAccount, enableAccount } from './account.ts'
import { firstPassword } from './first-password.ts'
import type { PersonId } from './id.ts'
import { decidePassword } from './password.ts'

const own = '01900000-0000-7000-8000-000000000001' as PersonId
const other = '01900000-0000-7000-8000-000000000002' as PersonId
const open = { personId: other, disabledAt: null }
const disabled = { personId: other, disabledAt: 5 }

describe('an account', () => {
  it('is one for each person, and a disabled one is enabled instead of made anew', () => {
    expect(decideNewAccount(undefined, false)).toMatchObject({ ok: true })
    expect(decideNewAccount(undefined, true)).toMatchObject({ refusal: 'username-taken' })
    expect(decideNewAccount(open, false)).toMatchObject({ refusal: 'person-has-account' })
    expect(decideNewAccount(disabled, true)).toMatchObject({ refusal: 'person-has-disabled-account' })
  })

  it('is disabled by somebody else only, and once: the first instant stays', () => {
    expect(disableAccount(open, own, 9)).toMatchObject({ ok: true, value: { disabledAt: 9 } })
    expect(disableAccount(open, other, 9)).toMatchObject({ refusal: 'nobody-disables-their-own-account' })
    expect(disableAccount(disabled, own, 9)).toMatchObject({ refusal: 'account-disabled-already' })
  })

  it('is enabled again only when it is disabled', () => {
    expect(enableAccount(disabled)).toMatchObject({ ok: true, value: { disabledAt: null } })
    expect(enableAccount(open)).toMatchObject({ refusal: 'account-not-disabled' })
  })
})

describe('a first password', () => {
  it('is read without mistaking a sign, uses all of its alphabet, and keeps the rule of passwords', () => {
    let turn = 0
    const passwords = Array.from({ length: 31 }, () => firstPassword((below) => (turn++ * 7) % below))
    for (const password of passwords) {
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/)
      expect(decidePassword(password, { username: 'wan.li', name: '万里' })).toMatchObject({ ok: true })
    }
    expect(new Set(passwords.join('').replaceAll('-', '')).size).toBe(31)
  })
})
