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
    },
    again: { title: '登录已过期，请重新登录', lead: '您填写的内容都还在，登录后会接着办理。' },
    duty: {
      leave: '换一个账号登录',
      'password-must-change': {
        title: '请设置自己的密码',
        lead: '您用的是别人交给您的密码。请换成只有自己知道的密码，再继续办理。',
        hint: '至少 8 个字符；一句自己记得住的话就很好。',
        submit: '设好并继续',
      },
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
    },
    again: {
      title: 'Your session ended; sign in again',
      lead: 'Everything you entered is still here, and what you were doing goes on.',
    },
    duty: {
      leave: 'Sign in to another account',
      'password-must-change': {
        title: 'Choose a password of your own',
        lead: 'You signed in with a password that somebody gave you. Choose one that only you know, then go on.',
        hint: 'At least 8 characters; a sentence you remember does well.',
        submit: 'Set it and go on',
      },
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
