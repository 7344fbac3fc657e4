import type { Certificate } from '@dangjian/domain/training'
import { makePdf } from '../access/pdf-maker.ts'

const ink = '#1f1d1b'
const quiet = '#6b6560'
const red = '#9b1c1f'
const gold = '#b8975a'
/** A4 lying, in points. */
const page = { width: 841.89, height: 595.28 }
const margin = 72

export type CertificateOnPaper = Pick<
  Certificate,
  'number' | 'personName' | 'courseTitle' | 'hours' | 'cycle' | 'issuerName' | 'issuedOn' | 'revokedAt'
>

/**
 * A certificate of completion (结业证书) on one page: what it certifies, by whom and when, and a QR code that leads a
 * stranger to the page that verifies it. No emblem stands on it: their use is regulated.
 */
export async function certificatePdf(certificate: CertificateOnPaper, checkAddress: string): Promise<Uint8Array> {
  const { number, personName, courseTitle, hours, cycle, issuerName, issuedOn, revokedAt } = certificate
  return makePdf({
    info: { title: `结业证书 ${number}`, author: issuerName, subject: courseTitle },
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [margin + 24, 84, margin + 24, 60],
    background: () => ({ canvas: frame() }),
    // A certificate that was revoked says so on paper as well.
    ...(revokedAt === null ? {} : { watermark: { text: '已撤销 REVOKED', color: red, opacity: 0.2 } }),
    defaultStyle: { fontSize: 15, lineHeight: 1.7, color: ink },
    content: [
      { text: '结 业 证 书', fontSize: 36, color: red, alignment: 'center', lineHeight: 1.2 },
      { text: 'Certificate of Completion', fontSize: 11, color: quiet, alignment: 'center', margin: [0, 2, 0, 30] },
      { text: `${personName}　同志：`, fontSize: 18, margin: [0, 0, 0, 8] },
      {
        text: `于 ${cycle} 年完成“${courseTitle}”课程的全部学习内容，考核合格，计 ${hours} 学时。特发此证。`,
        leadingIndent: 30,
        margin: [0, 0, 0, 34],
      },
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: issuerName, fontSize: 16 },
              { text: chineseDate(issuedOn), margin: [0, 2, 0, 10] },
              { text: `证书编号　${number}`, fontSize: 11, color: quiet },
            ],
          },
          {
            width: 120,
            stack: [
              { qr: checkAddress, fit: 96, foreground: ink, eccLevel: 'M', alignment: 'center' },
              {
                text: '扫码核验 · Scan to verify',
                fontSize: 8,
                color: quiet,
                alignment: 'center',
                margin: [0, 6, 0, 0],
              },
            ],
          },
        ],
      },
    ],
  })
}

function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year} 年 ${month} 月 ${day} 日`
}

/** Two hairlines: the outer red, the inner gold. */
function frame() {
  const line = (inset: number, lineColor: string, lineWidth: number) => ({
    type: 'rect',
    x: inset,
    y: inset,
    w: page.width - 2 * inset,
    h: page.height - 2 * inset,
    lineColor,
    lineWidth,
  })
  return [line(34, red, 1.5), line(42, gold, 0.5)]
}
