import { catalogue } from '@dangjian/door/catalogue'

/** The phrases of the frame around every page. */
export const frameTexts = catalogue({
  'zh-CN': {
    product: '党校分校',
    console: '去管理台',
    skip: '跳到正文',
    mainNavigation: '主导航',
    account: { label: '账号菜单', mine: '账号与设备', signOut: '退出登录', signIn: '登录', acting: '当前身份' },
    offline: '网络已断开。已写下的答案都在，连上后会自动保存。',
  },
  en: {
    product: 'Party-school branch',
    console: 'Go to the console',
    skip: 'Skip to content',
    mainNavigation: 'Main navigation',
    account: {
      label: 'Account menu',
      mine: 'Account and devices',
      signOut: 'Sign out',
      signIn: 'Sign in',
      acting: 'Acting as',
    },
    offline: 'You are offline. Your answers are kept and will be saved when you are back.',
  },
})
