import type { Duty } from './duty.ts'
import type { Wording } from './words.ts'

/** Refusals that any request may meet, whatever it asks for. */
export type RequestRefusal =
  | Duty
  | 'edited-meanwhile'
  | 'sign-in-failed'
  | 'given-password-stale'
  | 'current-password-needed'
  | 'current-password-wrong'
  | 'second-factor-needed'
  | 'second-factor-wrong'
  | 'second-factor-held'
  | 'second-factor-missing'
  | 'too-many-tries'
  | 'too-busy'
  | 'storage-away'
  | 'storage-full'
  | 'idempotency-key-missing'
  | 'idempotency-key-used-otherwise'

export const requestRefusalWords: Wording<RequestRefusal> = {
  'zh-CN': {
    'edited-meanwhile': '{by} 在 {at} 修改过这里的内容。您输入的文字仍在；请先查看对方的改动，再决定如何合并。',
    'sign-in-failed': '用户名或密码不对，请核对后重试。',
    'password-must-change': '请先设置自己的密码，再继续办理。',
    'current-password-needed': '您的密码已经是自己设的；要再改，请在“我的账号”中输入当前密码后修改。',
    'given-password-stale': '交给您的密码已超过 {days} 天，不再有效；请联系系统管理员重新设置。',
    'second-factor-must-enrol': '您的身份须先启用两步验证，再继续办理。',
    'second-factor-needed': '请输入身份验证器上的 6 位数字，或一个恢复码。',
    'second-factor-wrong': '这个验证码不对或已用过；请等验证器换出新的数字再输，或用一个恢复码。',
    'second-factor-held': '两步验证已经启用；要换手机，请先停用，再重新启用。',
    'second-factor-missing': '两步验证没有启用，无需停用。',
    'current-password-wrong': '当前密码不对，请重新输入。',
    'too-many-tries': '尝试次数过多，请在 {minutes} 分钟后再试。',
    'too-busy': '系统此刻繁忙，请稍候几秒再试；您输入的内容没有丢失。',
    'storage-away': '数据库暂时连不上，这次没有办成；请稍候几秒再试，您输入的内容没有丢失。',
    'storage-full': '服务器存储空间不足，这次没有保存；请告知系统管理员。您输入的内容没有丢失。',
    'idempotency-key-missing': '请求缺少 idempotency-key 标头；请刷新页面后重试。',
    'idempotency-key-used-otherwise': '这次提交的内容与刚才同一次提交不一致，请刷新页面后重新提交。',
  },
  en: {
    'edited-meanwhile':
      '{by} changed this at {at}. Your text is still here; look at their change, then decide how to join the two.',
    'sign-in-failed': 'User name or password is not right; check both and try again.',
    'password-must-change': 'First choose a password of your own, then continue.',
    'current-password-needed':
      'Your password is your own already; to change it, go to “My account” and enter the present one.',
    'given-password-stale':
      'The password you were given is more than {days} days old and no longer good; ask the system operator for a new one.',
    'second-factor-must-enrol': 'Your role needs two-step sign-in: set it up first, then continue.',
    'second-factor-needed': 'Enter the six digits that your authenticator shows, or a recovery code.',
    'second-factor-wrong':
      'This code is not right or was used already; wait for the next digits, or use a recovery code.',
    'second-factor-held': 'Two-step sign-in is on already; to change your telephone, turn it off and on again.',
    'second-factor-missing': 'Two-step sign-in is not on; nothing needs doing.',
    'current-password-wrong': 'The current password is not right; enter it again.',
    'too-many-tries': 'Too many tries; try again in {minutes} minutes.',
    'too-busy': 'The system is busy right now; try again in a few seconds. Nothing you entered is lost.',
    'storage-away':
      'The database is out of reach, so this was not done; try again in a few seconds. Nothing you entered is lost.',
    'storage-full':
      'The server has no room left, so this was not saved; tell the system operator. Nothing you entered is lost.',
    'idempotency-key-missing': 'The request lacks its idempotency-key header; reload the page and try again.',
    'idempotency-key-used-otherwise':
      'This submission differs from the one just made under the same key; reload the page and submit again.',
  },
}
