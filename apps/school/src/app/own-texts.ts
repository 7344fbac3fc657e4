import { doorTexts } from '@dangjian/door/door-texts'

/** What this door says in its own way where both doors share a page. */
export const ownTexts = doorTexts({
  'zh-CN': {
    product: '党校分校',
    lead: '课程、考试、学时、证书，都在这里。',
    otherDoor: '办理党务工作请到管理台',
    notFound: '请核对网址；课程可能已经更新或下架，可从首页重新进入。',
    home: '回到首页',
    failed: '您的学习记录没有丢失。请重试；如果还不行，请把时间告诉老师。',
    forbidden: '您当前的身份不能做这件事，请联系本单位的党务干部。',
  },
  en: {
    product: 'Party-school branch',
    lead: 'Courses, exams, credit hours and certificates, all in one place.',
    otherDoor: 'For Party-affairs work, go to the console',
    notFound: 'Check the address; the course may have been updated or withdrawn. Try from the first page.',
    home: 'Back to the first page',
    failed: 'Your study records are safe. Try again; if it still fails, tell your teacher the time.',
    forbidden: 'Your present role may not do this; ask the Party-affairs cadre of your unit.',
  },
})
