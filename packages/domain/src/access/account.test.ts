import { describe, expect, it } from 'vitest'
import { decideNewAccount, disableAccount, enableAccount, resetPassword } from './account.ts'
import { GIVEN_PASSWORD_DAYS, isGivenPasswordStale, openDuty } from './duty.ts'
import { firstPassword } from './first-password.ts'
import type { PersonId } from './id.ts'
import { decidePassword } from './password.ts'
import { newRecoveryCodes, newTotpSecret, normaliseCode, RecoveryCode, TotpSecret } from './second-factor.ts'

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

describe('a password that somebody else gave', () => {
  it('is given to open accounts, and by nobody to themselves', () => {
    expect(resetPassword(open, own, 9)).toMatchObject({ ok: true, value: { passwordGivenAt: 9 } })
    expect(resetPassword(open, null, 9)).toMatchObject({ ok: true })
    expect(resetPassword(open, other, 9)).toMatchObject({ refusal: 'nobody-resets-their-own-password' })
    expect(resetPassword(disabled, own, 9)).toMatchObject({ refusal: 'disabled-account-has-no-use-for-a-password' })
  })

  it('is owed to be changed, and is good for signing in for two weeks', () => {
    const end = GIVEN_PASSWORD_DAYS * 86_400_000
    const settled = { passwordGivenAt: null, secondFactorAt: null }
    expect(openDuty({ ...settled, passwordGivenAt: 0 }, ['auditor'], true)).toBe('password-must-change')
    expect(openDuty(settled, [], true)).toBeNull()
    expect(isGivenPasswordStale({ passwordGivenAt: 0 }, end - 1)).toBe(false)
    expect(isGivenPasswordStale({ passwordGivenAt: 0 }, end)).toBe(true)
    expect(isGivenPasswordStale({ passwordGivenAt: null }, end)).toBe(false)
  })
})

describe('a second factor', () => {
  it('is owed by whoever holds an administrative role, where the installation requires it', () => {
    const without = { passwordGivenAt: null, secondFactorAt: null }
    expect(openDuty(without, ['trainer', 'auditor'], true)).toBe('second-factor-must-enrol')
    expect(openDuty(without, ['trainer', 'societySecretary'], true)).toBeNull()
    expect(openDuty(without, ['auditor'], false)).toBeNull()
    expect(openDuty({ ...without, secondFactorAt: 1 }, ['auditor'], true)).toBeNull()
  })

  it('has a secret of 160 bits and ten recovery codes that are read without mistaking a sign', () => {
    let turn = 0
    const random = (below: number) => (turn++ * 7) % below
    expect(TotpSecret.safeParse(newTotpSecret(random)).success).toBe(true)
    const codes = newRecoveryCodes(random)
    expect(codes).toHaveLength(10)
    for (const code of codes) {
      expect(RecoveryCode.safeParse(code).success).toBe(true)
      expect(normaliseCode(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(code)
    }
    expect(normaliseCode('123 456')).toBe('123456')
  })
})

describe('a password', () => {
  const owner = { username: 'wan.li', name: '万里' }
  const listed = new Set(['correcthorse', 'xk9dragonfly'])
  const said = (password: string) => {
    const decision = decidePassword(password, owner, (each) => listed.has(each))
    return decision.ok ? 'allowed' : decision.refusal
  }

  it('is long enough, of any signs at all, and up to at least 64 of them', () => {
    expect(said('short-1')).toBe('password-too-short')
    expect(said('山高水长不改初心')).toBe('allowed')
    expect(said('all lower case and spaces')).toBe('allowed')
    expect(said('春江潮水连海平'.repeat(10))).toBe('allowed')
    expect(said('长'.repeat(129))).toBe('password-too-long')
  })

  it('is none of the first that are guessed, with figures and signs about them or not', () => {
    for (const guess of [
      '12345678',
      '87654321',
      '88886666',
      'password123',
      'Admin@2026',
      'dangjian-2026',
      'qwertyuiop',
    ])
      expect(said(guess), guess).toBe('password-too-common')
    for (const guess of ['abcdabcd', '5201314a', 'Aa123456', 'woaini1314', '1qaz2wsx', 'hgfedcba', '20262026'])
      expect(said(guess), guess).toBe('password-too-common')
    for (const habit of [
      '5201314521',
      'zhang123',
      'Wang1990',
      'li13800138000',
      '13800138000',
      '1990-01-01',
      'wodemima88',
    ])
      expect(said(habit), habit).toBe('password-too-common')
    for (const kept of ['29871204365', 'teacup-river-42', '山中何事1987']) expect(said(kept), kept).toBe('allowed')
  })

  it('is on no list of leaked ones, with a few figures about it or not', () => {
    for (const leaked of ['correcthorse', 'CorrectHorse', 'xk9dragonfly', 'correcthorse2026', '!correcthorse1'])
      expect(said(leaked), leaked).toBe('password-leaked')
    for (const kept of ['correcthorse batterystaple', '8264093 correcthorse 5171'])
      expect(said(kept), kept).toBe('allowed')
  })

  it('does not tell the name', () => {
    expect(said('WAN.LI')).not.toBe('allowed')
    const wei = { username: 'Wan.Li.Wei', name: '万里' }
    for (const telling of ['wan.li.wei', 'Wan.Li.Wei2026'])
      expect(decidePassword(telling, wei, () => false)).toMatchObject({ refusal: 'password-tells-name' })
  })
})

describe('a first password', () => {
  it('is read without mistaking a sign, uses all of its alphabet, and keeps the rule of passwords', () => {
    let turn = 0
    const passwords = Array.from({ length: 31 }, () => firstPassword((below) => (turn++ * 7) % below))
    for (const password of passwords) {
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/)
      expect(decidePassword(password, { username: 'wan.li', name: '万里' }, () => false)).toMatchObject({ ok: true })
    }
    expect(new Set(passwords.join('').replaceAll('-', '')).size).toBe(31)
  })
})
