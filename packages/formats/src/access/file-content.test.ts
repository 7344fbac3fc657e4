import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileContent } from './file-content.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-content-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const contentOf = async (bytes: Uint8Array | string) => {
  const file = path.join(folder, 'sample')
  await writeFile(file, bytes)
  return fileContent(file)
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const box = (kind: string, body: Uint8Array) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.byteLength, 0)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, body])
}

describe('what a file is', () => {
  it('is told by its bytes', async () => {
    expect(await contentOf(png)).toEqual({ mediaType: 'image/png', whole: true })
    expect(await contentOf('%PDF-1.7\n…\n%%EOF\n')).toEqual({ mediaType: 'application/pdf', whole: true })
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('一').addRow(['甲', '乙'])
    const sheet = Buffer.from(await workbook.xlsx.writeBuffer())
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    expect(await contentOf(sheet)).toEqual({ mediaType: xlsx, whole: true })
    expect((await contentOf(sheet.subarray(0, sheet.length - 200))).whole).toBe(false)
  })

  it('is text in any encoding we know, and nothing when its bytes read like none', async () => {
    expect((await contentOf('学会,代码\n一,A-01\n')).mediaType).toBe('text/plain')
    expect((await contentOf(Buffer.from('\ufeff工作要点', 'utf16le'))).mediaType).toBe('text/plain')
    expect((await contentOf(Buffer.from([0xb9, 0xa4, 0xd7, 0xf7, 0xa1, 0xa3]))).mediaType).toBe('text/plain')
    expect((await contentOf(Buffer.from([0, 1, 2, 3, 0, 255, 254, 7]))).mediaType).toBeNull()
  })

  it('is text even when a character is cut in two where the sample ends', async () => {
    expect((await contentOf('a' + '党'.repeat(60_000))).mediaType).toBe('text/plain')
  })

  it('is a drawing or a page whatever stands before its first tag', async () => {
    expect((await contentOf('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="…"/>')).mediaType).toBe('image/svg+xml')
    expect((await contentOf('  <!DOCTYPE html><script>1</script>')).mediaType).toBe('text/html')
  })

  it('shows when its end is missing', async () => {
    expect((await contentOf(png.subarray(0, 50))).whole).toBe(false)
    expect((await contentOf('%PDF-1.7\n1 0 obj')).whole).toBe(false)
    const start = box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1'))
    const whole = Buffer.concat([start, box('moov', Buffer.alloc(40)), box('mdat', Buffer.alloc(400))])
    expect(await contentOf(whole)).toEqual({ mediaType: 'video/mp4', whole: true })
    expect((await contentOf(whole.subarray(0, 200))).whole).toBe(false)
    expect((await contentOf(Buffer.concat([start, box('mdat', Buffer.alloc(400))]))).whole).toBe(false)
  })
})
