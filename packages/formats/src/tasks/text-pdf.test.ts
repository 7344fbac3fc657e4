import { expect, it } from 'vitest'
import { documentText } from './document-text.ts'
import { textPdf } from './text-pdf.ts'

it('makes a text into a PDF that can be read back, Chinese glyphs and all', async () => {
  const sentence = '本季度组织集中学习一次，十二人参加，会后撰写体会十二篇。'
  const read = await documentText(await textPdf('学习小结', [sentence]), '学习小结.pdf')
  expect(read.ok && read.value.kind).toBe('pdf')
  expect(read.ok && read.value.text.replace(/\s/g, '')).toContain(sentence)
})
