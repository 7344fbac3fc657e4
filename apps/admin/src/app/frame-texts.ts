import { catalogue } from '@dangjian/door/catalogue'

/** The phrases of the frame around every page. */
export const frameTexts = catalogue({
  'zh-CN': {
    product: '学会党建管理台',
    school: '去党校分校',
    skip: '跳到正文',
    mainNavigation: '主导航',
    openMenu: '打开菜单',
    closeMenu: '收起菜单',
    wing: {
      desk: '工作台',
      tasks: '计划与任务',
      organisation: '组织',
      training: '培训',
      panorama: '全景图',
      system: '系统',
    },
    item: { desk: '我的工作台', roleGrants: '角色授权', account: '我的账号' },
    acting: {
      label: '当前身份',
      none: '学员',
      change: '切换身份',
      hint: '每个标签页可以各用一个身份',
    },
    account: { label: '账号菜单', mine: '我的账号', signOut: '退出登录' },
    palette: {
      open: '查找与跳转',
      placeholder: '找页面、人员、单位、任务、课程（支持拼音首字母）',
      nothing: '没有找到。换个说法，或用拼音首字母试试。',
      pages: '页面',
      acts: '操作',
    },
    offline: '网络已断开。您可以继续填写，连上后再保存。',
  },
  en: {
    product: 'Party building',
    school: 'Go to the school',
    skip: 'Skip to content',
    mainNavigation: 'Main navigation',
    openMenu: 'Open menu',
    closeMenu: 'Close menu',
    wing: {
      desk: 'Desk',
      tasks: 'Plans and tasks',
      organisation: 'Organisation',
      training: 'Training',
      panorama: 'Panorama',
      system: 'System',
    },
    item: { desk: 'My desk', roleGrants: 'Role grants', account: 'My account' },
    acting: {
      label: 'Acting as',
      none: 'Learner',
      change: 'Act as',
      hint: 'Each tab may act in its own role',
    },
    account: { label: 'Account menu', mine: 'My account', signOut: 'Sign out' },
    palette: {
      open: 'Find and go',
      placeholder: 'Find pages, people, units, tasks, courses',
      nothing: 'Nothing found. Try other words, or pinyin initials.',
      pages: 'Pages',
      acts: 'Acts',
    },
    offline: 'You are offline. Go on writing, and save when you are back.',
  },
})
