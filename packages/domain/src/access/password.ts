import { allow, refuse, type Decision } from './decision.ts'
import { bareWord, isGuessed, isLeaked } from './guessed-password.ts'
import type { Wording } from './words.ts'

/** Characters at least and at most; no rule of composition and no forced change (OWASP ASVS 5.0, 6.2). */
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-common'
  | 'password-leaked'
  | 'password-tells-name'
  | 'password-unchanged'

/**
 * Whether a password may be set. Paste and password managers are welcome; length is what counts. `listed` tells what
 * stands on a list of leaked passwords, which is too large to lie here (OWASP ASVS 5.0, 6.2.4 and 6.2.12).
 */
export function decidePassword(
  password: string,
  owner: { readonly username: string; readonly name: string },
  listed: (password: string) => boolean,
): Decision<string, PasswordRefusal> {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.least) return refuse('password-too-short', { least: PASSWORD_LENGTH.least })
  if (length > PASSWORD_LENGTH.most) return refuse('password-too-long', { most: PASSWORD_LENGTH.most })
  const lower = password.normalize('NFKC').toLowerCase()
  if (isGuessed(lower)) return refuse('password-too-common')
  if (isLeaked(lower, listed)) return refuse('password-leaked')
  const names = [owner.username.toLowerCase(), owner.name.toLowerCase()]
  if (names.includes(lower) || names.includes(bareWord(lower))) return refuse('password-tells-name')
  return allow(password)
}

export const passwordRefusalWords: Wording<PasswordRefusal> = {
  'zh-CN': {
    'password-too-short': '密码至少 {least} 个字符，请再长一些；一句自己记得住的话就很好。',
    'password-too-long': '密码最多 {most} 个字符，请缩短一些。',
    'password-too-common':
      '这是常见的写法（常用词或姓氏加数字、生日、手机号、键盘上相邻的键），会最先被人试到；请换一个，一句自己记得住的话就很好。',
    'password-leaked':
      '这个密码在已经泄露的密码名单里，会最先被人拿来试，前后加几个数字也不行；请换一个，一句自己记得住的话就很好。',
    'password-tells-name': '密码不能是用户名或姓名，加上数字也不行；请换一个。',
    'password-unchanged': '新密码与现在的密码相同，请换一个。',
  },
  en: {
    'password-too-short': 'A password has at least {least} characters; a sentence you remember does well.',
    'password-too-long': 'A password has at most {most} characters; shorten it.',
    'password-too-common':
      'A common word or surname with figures, a birthday, a telephone number or a row of keys is guessed first; choose another. A sentence you remember does well.',
    'password-leaked':
      'This password stands on a list of leaked ones, which are tried first, also with a few figures about them; choose another. A sentence you remember does well.',
    'password-tells-name':
      'A password must not be your user name or your name, nor with figures about it; choose another.',
    'password-unchanged': 'The new password is the present one; choose another.',
  },
}
