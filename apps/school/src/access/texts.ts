import { catalogue } from '@dangjian/door/catalogue'

export const accessTexts = catalogue({
  'zh-CN': {
    account: {
      title: '账号与设备',
    },
  },
  en: {
    account: {
      title: 'Account and devices',
    },
  },
})
