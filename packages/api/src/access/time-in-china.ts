import { localDateOf, type Instant } from '@dangjian/domain/access'

/** `2026-11-24 12:00:00`, as a spreadsheet reads it. */
export function timeInChina(at: Instant): string {
  const clock = new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' })
  return `${localDateOf(at)} ${clock}`
}
