import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import {
  lying,
  pdfOf,
  sheetBomb,
  sheetEnd,
  sheetOf,
  sheetStart,
  withEntities,
  wordBomb,
  wordEnd,
  wordOf,
  wordStart,
  workbookOf,
} from './hostile-documents.ts'
import { entry, hostileZip } from './hostile-zip.ts'

export interface HostileFile {
  readonly name: string
  readonly bytes: Buffer
}

const givenFolder = fileURLToPath(new URL('../../../../../shared/data/hostile/', import.meta.url))
/** Whether the files that others gave lie beside the project. */
export const hasGivenFiles = existsSync(givenFolder)

/** The archive that leads out of its folder, as itself and as a workbook, and every naughty string as a cell. */
export function givenFiles(): HostileFile[] {
  if (!hasGivenFiles) return []
  const [slip, strings] = ['zip-slip.zip', 'blns.json'].map((name) => readFileSync(`${givenFolder}${name}`))
  const naughty = JSON.parse(String(strings)) as string[]
  const quoted = naughty.map((text) => `"${text.replaceAll('"', '""')}"`)
  const lines = quoted.map((text, n) => `${text},Q-${n},science`)
  return [
    ...['given.zip', 'given.xlsx', 'given.docx', 'given.csv', 'given.png'].map((name) => ({ name, bytes: slip! })),
    { name: 'naughty.json', bytes: strings! },
    { name: 'naughty.csv', bytes: Buffer.from(['name,code,category', ...lines].join('\n')) },
    { name: 'naughty.gift', bytes: Buffer.from(naughty.map((text) => `${text} {T}`).join('\n\n')) },
    { name: 'naughty.txt', bytes: Buffer.from(naughty.join('\n')) },
  ]
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const page = '<!doctype html><script>top.__xss = 1</script>'
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="top.__xss = 1"><script>top.__xss = 1</script></svg>'
const header = ['name', 'code', 'category']
const slips = [
  '../../outside.txt',
  '/tmp/outside.txt',
  '..\\..\\outside.txt',
  'xl/../../../outside.txt',
  'C:\\outside.txt',
]

/** Everything that is no honest file, by what it does; `canaryFile` and `address` are what a file may try to reach. */
export function hostileFiles(canaryFile: string, address: string): HostileFile[] {
  const files: HostileFile[] = []
  const add = (name: string, bytes: Buffer | string): void => void files.push({ name, bytes: Buffer.from(bytes) })
  const good = workbookOf(sheetOf(header, ['甲', 'X-1', 'science']))

  // What is as it should be is read: a reader that refused everything would be no proof.
  add('honest.xlsx', good)
  add('honest.docx', wordOf(`${wordStart}一、总则${wordEnd}`))

  // Bombs: flat, nested, of many names, and those that say that they are none.
  add('flat.xlsx', workbookOf(sheetBomb(1000, ' ')))
  add('flat.docx', wordOf(wordBomb(1000)))
  add('lying.xlsx', workbookOf(lying(sheetBomb(300, ' '))))
  add('lying.docx', wordOf(lying(wordBomb(300))))
  add(
    'nested.xlsx',
    workbookOf(sheetOf(header, ['乙', 'X-2', 'science']), entry('inner.xlsx', workbookOf(sheetBomb(1000, ' ')))),
  )
  add('many-entries.xlsx', workbookOf(sheetStart, ...Array.from({ length: 5000 }, (_, n) => entry(`xl/${n}.xml`, ''))))
  add(
    'one-merged-cell.xlsx',
    workbookOf(
      `${sheetStart}<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
    ),
  )
  add(
    'far-cell.xlsx',
    workbookOf(
      `${sheetStart}<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>${sheetEnd}`,
    ),
  )
  add('page-bomb.pdf', pdfOf(deflateSync(Buffer.alloc(8 * 1024 * 1024, '(a) Tj '))))

  // Names that lead out of the folder, in archives and in the form itself.
  for (const [n, slip] of slips.entries()) {
    add(`slip-${n}.xlsx`, workbookOf(sheetOf(header, [`丙${n}`, `Y-${n}`, 'science']), entry(slip, 'outside')))
    add(`slip-${n}.docx`, wordOf(`${wordStart}一、总则${wordEnd}`, entry(slip, 'outside')))
    add(`${slip}.csv`, `name,code,category\n丁${n},Z-${n},science\n`)
  }

  // Entities that read a file, call a host, or grow.
  for (const [kind, xml] of Object.entries(
    withEntities(sheetOf(header, ['&bait;', 'E-1', 'science']), canaryFile, address),
  ))
    add(`entity-${kind}.xlsx`, workbookOf(xml))
  for (const [kind, xml] of Object.entries(withEntities(`${wordStart}一、&bait;${wordEnd}`, canaryFile, address)))
    add(`entity-${kind}.docx`, wordOf(xml))

  // One thing by its name and another by its bytes, or two at once.
  for (const [what, bytes] of Object.entries({ page, drawing })) {
    for (const ending of [
      'png',
      'jpg',
      'gif',
      'docx',
      'xlsx',
      'pdf',
      'csv',
      'txt',
      'json',
      'vtt',
      'mp4',
      'svg',
      'html',
      'svgz',
      'xhtml',
    ])
      add(`${what}.${ending}`, bytes)
  }
  add('picture-and-page.png', Buffer.concat([png, Buffer.from(page)]))
  add('picture-and-page.html', Buffer.concat([png, Buffer.from(page)]))
  add('gif-and-script.gif', 'GIF89a/*;*/=1;top.__xss=1//;')
  add(
    'pdf-and-page.pdf',
    Buffer.concat([pdfOf(deflateSync(Buffer.from('')), 'app.alert(1)'), Buffer.from(`${page}%%EOF`)]),
  )
  add('archive-and-picture.png', Buffer.concat([png, good]))
  add('script-in-text.txt', `${page}\n${drawing}`)
  add('right-to-left-\u202Egnp.html', png)
  add('zero\u0000.png.html', png)
  for (const ending of ['zip', 'exe', 'js', 'mjs', 'xml', 'xsl', 'swf', 'jar', 'hta', 'docm', 'xlsm', 'xltm', 'pptm'])
    add(`by-name.${ending}`, good)
  add(
    'macros.xlsx',
    workbookOf(sheetOf(header, ['戊', 'M-1', 'science']), entry('xl/vbaProject.bin', 'Attribute VB_Name')),
  )
  add('macros.docx', wordOf(`${wordStart}一、总则${wordEnd}`, entry('word/vbaProject.bin', 'Attribute VB_Name')))

  // Cut short, of no known encoding, deep, wide and long.
  for (const at of [3, 30, 200, good.length - 30]) add(`cut-${at}.xlsx`, good.subarray(0, at))
  add('no-directory.xlsx', Buffer.concat([good.subarray(0, -60), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]))
  add('empty-archive.xlsx', hostileZip([]))
  add('garbage.docx', hostileZip([entry('word/document.xml', '<<<')]))
  add('cut.json', '[{"stem": "未完')
  add('deep.json', `[${'['.repeat(200_000)}`)
  add('prototype.json', '[{"__proto__": {"stem": 1}, "constructor": {"prototype": {"right": 1}}, "stem": "题"}]')
  add('deep.gift', `::a:: ${'{'.repeat(5000)}`)
  add('wide.csv', `${Array.from({ length: 16_384 }, (_, n) => `c${n}`).join()}\n${','.repeat(16_383)}\n`)
  add(
    'wide.xlsx',
    workbookOf(
      sheetOf(
        Array.from({ length: 16_384 }, (_, n) => `c${n}`),
        ['1'],
      ),
    ),
  )
  add('long.csv', `name,code,category\n${'己,L-1,science\n'.repeat(1_000_000)}`)
  add('one-line.csv', `name,code,category\n${'庚'.repeat(6_000_000)},L-2,science\n`)
  add('open-quote.csv', `name,code,category\n"辛,L-3,science\n${'x'.repeat(1_000_000)}`)
  add('half-utf8.csv', Buffer.concat([Buffer.from('name,code,category\n壬,K-1,sc'), Buffer.from([0xe5, 0x8d])]))
  add('latin.csv', Buffer.from('name,code,category\nÄÖÜ\u0080,K-2,science\n', 'latin1'))
  add('utf-16-without-mark.csv', Buffer.from('name,code,category\n癸,K-3,science\n', 'utf16le'))
  add('nul.csv', 'name,code,category\na\u0000b,K-4,science\n')
  return files
}
