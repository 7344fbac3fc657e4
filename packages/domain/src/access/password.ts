import { allow, refuse, type Decision } from './decision.ts'
import type { Wording } from './words.ts'

/** Characters at least and at most; no rule of composition and no forced change (OWASP ASVS 5.0, 6.2). */
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const

/** The head of the public lists of guessed passwords: too short a list to be safe, long enough to stop the worst. */
const guessed = new Set(
  '12345678 123456789 1234567890 11111111 88888888 00000000 66666666 123123123 password passw0rd password1 qwertyui qwerty123 1q2w3e4r 1qaz2wsx abcd1234 a1234567 a12345678 aa123456 admin123 iloveyou 5201314a woaini1314 dangjian dangjian123'.split(
    ' ',
  ),
)

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-too-common' | 'password-tells-name'

/** Whether a password may be set. Paste and password managers are welcome; length is what counts. */
export function decidePassword(
  password: string,
  owner: { readonly username: string; readonly name: string },
): Decision<string, PasswordRefusal> {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.least) return refuse('password-too-short', { least: PASSWORD_LENGTH.least })
  if (length > PASSWORD_LENGTH.most) return refuse('password-too-long', { most: PASSWORD_LENGTH.most })
  const lower = password.toLowerCase()
  if (guessed.has(lower) || new Set(lower).size <= 2) return refuse('password-too-common')
  if (lower === owner.username.toLowerCase() || lower === owner.name.toLowerCase()) return refuse('password-tells-name')
  return allow(password)
}

export const passwordRefusalWords: Wording<PasswordRefusal> = {
  'zh-CN': {
    'password-too-short': '密码至少 {least} 个字符，请再长一些；一句自己记得住的话就很好。',
    'password-too-long': '密码最多 {most} 个字符，请缩短一些。',
    'password-too-common': '这个密码太常见，容易被猜到，请换一个。',
    'password-tells-name': '密码不能与用户名或姓名相同，请换一个。',
  },
  en: {
    'password-too-short': 'A password has at least {least} characters; a sentence you remember does well.',
    'password-too-long': 'A password has at most {most} characters; shorten it.',
    'password-too-common': 'This password is among the first that are guessed; choose another.',
    'password-tells-name': 'A password must differ from your user name and your name; choose another.',
  },
}
