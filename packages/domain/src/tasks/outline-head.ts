import { isDate } from './outline-mark.ts'
import { joinLines } from './outline-item.ts'
import { narrow, type Line } from './outline-line.ts'

const NAMES =
  /(?:要点|分工|计划|方案|安排|意见|部署|清单|通知|纲要|规划|措施|办法|决定|总结|报告)(?:[（(][^（(）)]*[）)])?$/

/** Title and preamble, out of what stands before the first heading. */
export function headOf(lines: readonly Line[]): { title: string; preamble: string } {
  const found = titleIn(lines)
  if (!found) return { title: '', preamble: preambleOf(lines) }
  return { title: joinLines(lines.slice(found.from, found.to)).text, preamble: preambleOf(lines.slice(found.to)) }
}

/** The title nearest to the body: the name that a notice issues (印发《…》), else the last line that reads like one. */
function titleIn(lines: readonly Line[]): { from: number; to: number } | undefined {
  const bare = (text: string): string => narrow(text).replace(/[\s《》]/g, '')
  const issued = /印发\s{0,20}《(.{1,200}?)》/.exec(lines.map((line) => line.text).join(''))?.[1]
  const spans = [1, 2, 3].flatMap((count) =>
    lines.flatMap((_, from) => (from + count <= lines.length ? [{ from, to: from + count }] : [])),
  )
  const textOf = (span: { from: number; to: number }): string =>
    lines
      .slice(span.from, span.to)
      .map((line) => line.text)
      .join('')
  if (issued) {
    const exact = spans.filter((span) => bare(textOf(span)) === bare(issued)).at(-1)
    if (exact) return exact
  }
  const named = spans
    .filter((span) => lines.slice(span.from, span.to).every((line) => isTitleLine(line)) && NAMES.test(textOf(span)))
    .toSorted((a, b) => b.to - a.to || b.to - b.from - (a.to - a.from))[0]
  if (named) return withLinesAbove(lines, named)
  const short = lines.findIndex((line) => isTitleLine(line))
  return short >= 0 ? { from: short, to: short + 1 } : undefined
}

/** A title broken over lines begins where `关于` stands, or its year. */
function withLinesAbove(lines: readonly Line[], span: { from: number; to: number }): { from: number; to: number } {
  const begins = (text: string): boolean => /^(?:关于|\d{4}年|[二〇○零一三四五六七八九]{4}年)/.test(narrow(text))
  if (begins(lines[span.from]?.text ?? '')) return span
  const above = span.from - 1
  const line = lines[above]
  return line && isTitleLine(line) && begins(line.text) ? { from: above, to: span.to } : span
}

function isTitleLine(line: Line): boolean {
  const plain = narrow(line.text)
  const lone = isDate(plain) && /[日号]$/.test(plain)
  return (
    plain.length <= 60 &&
    !/[。；;！!?？]/.test(plain) &&
    !/[:,，]$/.test(plain) &&
    !lone &&
    !/^(?:附\s*件|现将)/.test(plain)
  )
}

function preambleOf(lines: readonly Line[]): string {
  const kept = lines.filter((line) => !isAside(line))
  const paragraphs: Line[][] = []
  for (const line of kept) {
    const last = paragraphs.at(-1)?.at(-1)
    if (last && !(/[。！？：]$/.test(last.text) && (line.indented || line.afterGap))) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.map((paragraph) => joinLines(paragraph).text).join('\n')
}

/** Addressees, attachment lines, dates by themselves, a bracketed note under the title. */
function isAside(line: Line): boolean {
  const plain = narrow(line.text)
  if (/^附\s*件/.test(plain)) return true
  if (plain.length <= 60 && /:$/.test(plain) && !/[。；]/.test(plain)) return true
  if (isDate(plain) && plain.length <= 16 && !/[,。；;]/.test(plain)) return true
  return /^\([^)]*\)$/.test(plain) && plain.length <= 40
}
