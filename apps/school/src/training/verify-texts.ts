import { catalogue } from '@dangjian/door/catalogue'

/** Both languages at once, for the page that a stranger reads. */
export const verifyTexts = catalogue({
  'zh-CN': {
    title: '证书核验',
    valid: '证书有效',
    validLead: '本系统颁发过这张证书，内容与签名一致。',
    revoked: '证书已撤销',
    revokedLead: '这张证书曾经颁发，已于 {{date}} 撤销，不再有效。',
    unknown: '查无此证',
    unknownLead: '本系统没有颁发过这张证书。请核对链接是否完整，或重新扫描二维码。',
    busy: '查询过于频繁，请一分钟后再试。',
    trouble: '暂时连不上服务器，请稍后再试。',
    number: '证书编号',
    person: '姓名（隐去名字）',
    course: '课程',
    issuer: '颁发单位',
    date: '颁发日期',
    footer: '核对时请与手中证书逐项比对。',
  },
  en: {
    title: 'Certificate check',
    valid: 'Valid',
    validLead: 'This system issued the certificate, and its signature holds.',
    revoked: 'Revoked',
    revokedLead: 'The certificate was issued and was revoked on {{date}}; it is no longer valid.',
    unknown: 'No such certificate',
    unknownLead: 'This system issued no such certificate. Check that the link is whole, or scan the code again.',
    busy: 'Too many checks; try again in a minute.',
    trouble: 'The server cannot be reached; try again shortly.',
    number: 'Number',
    person: 'Name (masked)',
    course: 'Course',
    issuer: 'Issued by',
    date: 'Issued on',
    footer: 'Compare each line with the certificate in your hand.',
  },
})
