import type { Language } from '@dangjian/domain/access'
import { catalogue } from './catalogue.ts'
import { useTextsIn, type Say } from './texts.ts'

/** What each door says in its own way. */
export interface OwnPhrases {
  readonly product: string
  readonly lead: string
  readonly otherDoor: string
  readonly notFound: string
  readonly home: string
  readonly failed: string
  readonly forbidden: string
}

const shared = catalogue({
  'zh-CN': {
    signIn: {
      title: '登录',
      username: '用户名',
      password: '密码',
      submit: '登录',
      usernameMissing: '请输入用户名',
      passwordMissing: '请输入密码',
      code: '验证码',
      codeHint: '身份验证器上的 6 位数字；手机不在身边时，可用一个恢复码。',
      codeMissing: '请输入验证码或恢复码',
    },
    again: {
      title: '登录已结束，请重新登录',
      why: '登录已结束：可能是时间到了、在别处退出了，或者密码、角色有变动。',
      lead: '可能是时间到了、在别处退出了，或者密码、角色有变动。本页内容都还在，登录后会接着办理。',
      roleTitle: '您的角色已被收回',
      roleLead:
        '您在本页用的角色“{{role}} · {{unit}}”已被收回，本页不能再办理。没有保存的内容请先复制，再回到首页。如有疑问，请联系安全管理员。',
      roleHome: '回到首页',
      roleStay: '先留在本页',
    },
    duty: {
      leave: '换一个账号登录',
      'password-must-change': {
        title: '请设置自己的密码',
        lead: '这是开设账号或重置时给定的密码。请换成只有自己知道的密码，再继续办理。',
        hint: '至少 8 个字符；一句自己记得住的话就很好。',
        submit: '设好并继续',
      },
      'second-factor-must-enrol': { title: '请启用两步验证' },
    },
    second: {
      title: '两步验证',
      lead: '登录时除密码外，再输入手机上身份验证器给出的数字。密码被人知道，账号也进不去。',
      on: '已启用',
      left: '还有 {{count}} 个恢复码',
      few: '恢复码快用完了；停用后重新启用，会得到新的一组。',
      off: '未启用',
      start: '启用两步验证',
      scan: '用手机上的身份验证器扫描二维码，或手工输入下面的密钥。',
      qr: '两步验证的二维码，内容与下面的密钥相同',
      secret: '密钥',
      codes: '恢复码',
      codesLead: '请现在抄下或打印，放在手机以外的地方；离开这里后不再显示。每个只能用一次。',
      copy: '复制恢复码',
      copied: '已复制',
      kept: '我已把恢复码放好',
      keptMissing: '请先把恢复码放好，再勾选这里',
      firstCode: '扫描后，验证器上显示的 6 位数字；30 秒换一次。',
      firstCodeMissing: '请输入验证器上的 6 位数字',
      confirm: '启用',
      done: '两步验证已启用，其他设备已退出登录',
      stop: '停用两步验证',
      stopLead: '更换手机时先停用，再用新手机启用。您的身份若须两步验证，停用后会立即要求重新启用。',
      stopped: '两步验证已停用',
    },
    demo: {
      title: '演示账号',
      lead: '这是演示数据，人员和年份均为虚构。点一个账号直接进入。',
      password: '这些账号的密码都是',
      admin: '管理台',
      school: '党校分校',
    },
    account: {
      devices: '已登录的设备',
      devicesLead: '不认识的设备，请让它退出并修改密码。',
      since: '登录时间',
      seen: '最近使用',
      current: '本机',
      unknownDevice: '未知设备',
      revoke: '让它退出',
      revoked: '该设备已退出登录',
      password: '修改密码',
      passwordLead: '至少 8 个字符；一句自己记得住的话就很好。修改后，其他设备会退出登录。',
      currentPassword: '当前密码',
      nextPassword: '新密码',
      change: '修改密码',
      changed: '密码已修改，其他设备已退出登录',
    },
    language: { label: '语言', 'zh-CN': '中文', en: 'English' },
    scheme: { label: '外观', light: '浅色', dark: '深色', auto: '跟随系统' },
    face: {
      notFoundTitle: '这里没有内容，或不在您的权限范围内',
      failedTitle: '这一页没有打开',
      offlineTitle: '暂时连不上服务器',
      offline: '请检查网络后重试；已经填写的内容还在本页。',
      newVersion: '系统已更新，请刷新本页。',
      reload: '刷新',
    },
    trouble: {
      network: '暂时连不上服务器，内容仍在这里，请稍后再试。',
      notFound: '没有找到，或不在您的权限范围内。',
      invalid: '有内容不符合要求，请检查标出的各项。',
      internal: '服务器没有办成，已记录。请稍后重试；内容仍在这里。',
    },
  },
  en: {
    signIn: {
      title: 'Sign in',
      username: 'User name',
      password: 'Password',
      submit: 'Sign in',
      usernameMissing: 'Enter your user name',
      passwordMissing: 'Enter your password',
      code: 'Code',
      codeHint: 'The six digits of your authenticator, or a recovery code when you do not have your telephone.',
      codeMissing: 'Enter a code or a recovery code',
    },
    again: {
      title: 'Your session ended; sign in again',
      why: 'Your session ended: its time was over, it was ended elsewhere, or a password or role changed.',
      lead: 'Its time was over, it was ended elsewhere, or a password or role changed. Everything on this page is still here, and what you were doing goes on.',
      roleTitle: 'Your role was revoked',
      roleLead:
        'The role in which you used this page, {{role}} · {{unit}}, was revoked: nothing more can be done here. Copy what was not saved, then go to the first page. If this is a mistake, ask the security administrator.',
      roleHome: 'Go to the first page',
      roleStay: 'Stay here for now',
    },
    duty: {
      leave: 'Sign in to another account',
      'password-must-change': {
        title: 'Choose a password of your own',
        lead: 'You signed in with a password that somebody gave you. Choose one that only you know, then continue.',
        hint: 'At least 8 characters; a sentence you remember does well.',
        submit: 'Set it and continue',
      },
      'second-factor-must-enrol': { title: 'Set up two-step sign-in' },
    },
    second: {
      title: 'Two-step sign-in',
      lead: 'Besides the password, enter the digits that an authenticator on your telephone shows. A password that others know then opens nothing.',
      on: 'On',
      left: '{{count}} recovery codes left',
      few: 'Few recovery codes are left; turn it off and on again to get new ones.',
      off: 'Off',
      start: 'Set up two-step sign-in',
      scan: 'Scan the QR code with the authenticator on your telephone, or enter the key below by hand.',
      qr: 'QR code for two-step sign-in; it holds the key below',
      secret: 'Key',
      codes: 'Recovery codes',
      codesLead:
        'Copy or print them now and keep them apart from the telephone; they are not shown again. Each is good once.',
      copy: 'Copy the codes',
      copied: 'Copied',
      kept: 'I have put the recovery codes in a safe place',
      keptMissing: 'Put the recovery codes in a safe place first, then tick this',
      firstCode: 'The six digits that the authenticator shows once it has the key; they change every 30 seconds.',
      firstCodeMissing: 'Enter the six digits that the authenticator shows',
      confirm: 'Turn it on',
      done: 'Two-step sign-in is on; other devices are signed out',
      stop: 'Turn two-step sign-in off',
      stopLead:
        'To change your telephone, turn it off and on again with the new one. Where your role needs it, it is asked for again at once.',
      stopped: 'Two-step sign-in is off',
    },
    demo: {
      title: 'Demo accounts',
      lead: 'Demo data: people and years are invented. Choose an account to sign in.',
      password: 'The password of all of them is',
      admin: 'Console',
      school: 'School',
    },
    account: {
      devices: 'Devices signed in',
      devicesLead: 'Sign a device out that you do not know, and change your password.',
      since: 'Signed in',
      seen: 'Last used',
      current: 'this one',
      unknownDevice: 'Unknown device',
      revoke: 'Sign out',
      revoked: 'The device is signed out',
      password: 'Change password',
      passwordLead: 'At least 8 characters; a sentence you remember does well. Other devices are signed out.',
      currentPassword: 'Current password',
      nextPassword: 'New password',
      change: 'Change password',
      changed: 'Password changed; other devices are signed out',
    },
    language: { label: 'Language', 'zh-CN': '中文', en: 'English' },
    scheme: { label: 'Appearance', light: 'Light', dark: 'Dark', auto: 'As the system' },
    face: {
      notFoundTitle: 'Nothing here, or not yours to see',
      failedTitle: 'This page did not open',
      offlineTitle: 'No line to the server',
      offline: 'Check the network and try again; what you entered is still on this page.',
      newVersion: 'The system was updated; reload this page.',
      reload: 'Reload',
    },
    trouble: {
      network: 'No line to the server; everything is still here. Try again shortly.',
      notFound: 'Not found, or not yours to see.',
      invalid: 'Something does not fit; check what is marked.',
      internal: 'The server could not do it, and noted it. Try again later; everything is still here.',
    },
  },
})

type DoorTexts = (typeof shared)['zh-CN'] & { readonly own: OwnPhrases }

/** The phrases of what both doors share, with what this one says in its own way. */
export function doorTexts(own: Readonly<Record<Language, OwnPhrases>>) {
  return {
    'zh-CN': { ...shared['zh-CN'], own: { ...own['zh-CN'] } },
    en: { ...shared.en, own: { ...own.en } },
  }
}

export function useDoorTexts(): Say<DoorTexts> {
  return useTextsIn<DoorTexts>('door')
}
