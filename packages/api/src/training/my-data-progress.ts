import type { Language } from '@dangjian/domain/access'
import type { MyData } from './my-data.ts'

type Progress = Pick<MyData['progress'][number], 'kind' | 'position' | 'played'>

/** Where a learner is in a lesson, by its kind: minutes of a recording, a page of a PDF, percent of a text. */
export function positionWords({ kind, position }: Progress, language: Language): string {
  const english = language === 'en'
  switch (kind) {
    case 'text':
      return english ? `${percent(position)}% read` : `读到 ${percent(position)}%`
    case 'pdf':
      return english ? `page ${position}` : `第 ${position} 页`
    case 'quiz':
      return ''
    default:
      return clock(position)
  }
}

/** What was played of a recording, or which pages of a PDF were seen. */
export function seenWords({ kind, played }: Progress, language: Language): string {
  const apart = language === 'en' ? ', ' : '、'
  if (kind !== 'pdf') return played.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(apart)
  const pages = played.map(({ from, to }) => (to - from > 1 ? `${from + 1}–${to}` : `${to}`)).join(apart)
  if (pages === '') return ''
  return language === 'en' ? `pages ${pages}` : `第 ${pages} 页`
}

function percent(share: number): number {
  return Math.round(share * 100)
}

/** `0:05:20`: with hours, so that no spreadsheet takes minutes for hours. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}
