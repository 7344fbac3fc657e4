import { allow, refuse, type Decision } from './decision.ts'
import type { Wording } from './words.ts'

/** Characters at least and at most; no rule of composition and no forced change (OWASP ASVS 5.0, 6.2). */
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const

/** The words that the public lists of guessed passwords begin with; figures and signs before or behind them hide nothing. */
const guessedWords = new Set(
  'password passw0rd pass admin administrator root test user guest welcome letmein login qwerty asdf abc abcd a aa aaa q qq qwe asd zxc iloveyou love woaini aini wo ai china zhongguo beijing dangjian dang dangxiao kexie xuehui 1q2w3e4r 1qaz2wsx 密码 我爱你 党建'.split(
    ' ',
  ),
)
/** Rows of keys and of letters: a piece of one, either way round, is among the first that are tried. */
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb']

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-common'
  | 'password-tells-name'
  | 'password-unchanged'

/** Whether a password may be set. Paste and password managers are welcome; length is what counts. */
export function decidePassword(
  password: string,
  owner: { readonly username: string; readonly name: string },
): Decision<string, PasswordRefusal> {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.least) return refuse('password-too-short', { least: PASSWORD_LENGTH.least })
  if (length > PASSWORD_LENGTH.most) return refuse('password-too-long', { most: PASSWORD_LENGTH.most })
  const lower = password.toLowerCase()
  if (isGuessed(lower)) return refuse('password-too-common')
  if (lower === owner.username.toLowerCase() || lower === owner.name.toLowerCase()) return refuse('password-tells-name')
  return allow(password)
}

function isGuessed(lower: string): boolean {
  const word = lower.replace(/^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$/gu, '')
  const turned = [...lower].toReversed().join('')
  return (
    new Set(lower).size <= 2 ||
    /^(.{1,4})\1+$/u.test(lower) ||
    (word === '' && new Set(lower.replace(/\D/g, '')).size < 6) ||
    guessedWords.has(word) ||
    guessedWords.has(lower) ||
    rows.some((row) => row.includes(lower) || row.includes(turned))
  )
}

export const passwordRefusalWords: Wording<PasswordRefusal> = {
  'zh-CN': {
    'password-too-short': '密码至少 {least} 个字符，请再长一些；一句自己记得住的话就很好。',
    'password-too-long': '密码最多 {most} 个字符，请缩短一些。',
    'password-too-common': '这个密码太常见，容易被猜到，请换一个。',
    'password-tells-name': '密码不能与用户名或姓名相同，请换一个。',
    'password-unchanged': '新密码与现在的密码相同，请换一个。',
  },
  en: {
    'password-too-short': 'A password has at least {least} characters; a sentence you remember does well.',
    'password-too-long': 'A password has at most {most} characters; shorten it.',
    'password-too-common': 'This password is among the first that are guessed; choose another.',
    'password-tells-name': 'A password must differ from your user name and your name; choose another.',
    'password-unchanged': 'The new password is the present one; choose another.',
  },
}
