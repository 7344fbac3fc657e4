import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fillWords, type Decision } from '@dangjian/domain/access'
import { documentRefusalWords, parseOutline, type Outline } from '@dangjian/domain/tasks'
import { DOCUMENT_LIMIT, documentText } from '@dangjian/formats/tasks/document-text'
import { UsageError, type CliCommand } from './command.ts'

/** Prints the outline of a document: nothing else goes to standard output. */
export const planParse: CliCommand = {
  name: 'plan parse',
  usage: 'FILE [--json] — prints the outline of a work-points document (.txt, .docx, .pdf)',
  async run(args, io) {
    const [name, ...more] = args.filter((arg) => arg !== '--json')
    if (!name || more.length > 0) throw new UsageError('One file is needed.')
    const file = path.resolve(io.folder, name)
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) {
      io.err(`There is no file "${name}"; check the path.\n`)
      return 2
    }
    if (found.size > DOCUMENT_LIMIT)
      return say({ ok: false, refusal: 'document-too-large', detail: { megabytes: DOCUMENT_LIMIT / 1024 / 1024 } })
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) {
      io.err(`"${name}" cannot be read; check its permissions.\n`)
      return 2
    }
    const text = await documentText(bytes, path.basename(file))
    if (!text.ok) return say(text)
    const outline = parseOutline(text.value.text)
    if (!outline.ok) return say(outline)
    io.out(args.includes('--json') ? `${JSON.stringify(outline.value, null, 2)}\n` : inWords(outline.value))
    return 0

    function say(refused: Extract<Decision<never, keyof (typeof documentRefusalWords)['en']>, { ok: false }>): number {
      io.err(`${name}: ${fillWords(documentRefusalWords.en[refused.refusal], refused.detail)}\n`)
      return 2
    }
  },
}

function inWords(outline: Outline): string {
  const lines = [outline.title, '']
  for (const section of outline.sections) {
    lines.push(`${section.number}、${section.title}`)
    for (const item of section.items) lines.push(`  ${item.number}. ${item.title} (${item.clauses.length})`)
  }
  for (const { at, code, message } of outline.warnings) lines.push(`! ${code} at ${at}: ${message}`)
  return `${lines.join('\n')}\n`
}
