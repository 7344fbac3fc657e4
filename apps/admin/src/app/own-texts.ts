import { doorTexts } from '@dangjian/door/door-texts'

/** What this door says in its own way where both doors share a page. */
export const ownTexts = doorTexts({
  'zh-CN': {
    product: '学会党建管理台',
    lead: '科协学会党建工作：计划、组织、培训，一处办理。',
    otherDoor: '学习课程请到党校分校',
    notFound: '请核对网址；如果是同事发来的链接，可在右上角换一个身份再看。',
    home: '回到工作台',
    failed: '您的操作没有丢失。请重试；如果还不行，请把时间告诉系统管理员。',
    forbidden: '您当前的身份不能做这件事；请在右上角换一个身份，或请有权限的同事办理。',
  },
  en: {
    product: 'Party building',
    lead: 'Party building in CAST’s societies: plan, organisation, training, in one place.',
    otherDoor: 'For courses, go to the school',
    notFound: 'Check the address; if a colleague sent you the link, try another role at the top right.',
    home: 'Back to the desk',
    failed: 'Nothing you did is lost. Try again; if it still fails, tell the system operator the time.',
    forbidden: 'Your present role may not do this; change it at the top right, or ask a colleague who may.',
  },
})
