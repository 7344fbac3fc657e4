import ts from 'typescript'
import { filesBelow, read } from './files.mjs'

const LENGTH = 50_000
export const LIMIT_MS = 50
/** Of such a text it is seen in a moment whether the long one is worth its time. */
const SCREENED = 5000
const SUSPECT_MS = 3

/** Every regular expression that the server runs, as its literal stands in the source. */
export function regularExpressions() {
  const files = filesBelow('packages/api', 'packages/db', 'packages/domain', 'packages/formats', 'apps/server')
  return files
    .filter((file) => /\/src\/.*\.ts$/.test(file) && !/\.test\.ts$|\/testing\//.test(file))
    .flatMap((file) => literalsIn(read(file)).map((literal) => ({ file, literal })))
}

export function literalsIn(text) {
  const found = []
  const walk = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(node.text)
    ts.forEachChild(node, walk)
  }
  walk(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest))
  return found
}

const classes = { s: ' \t\n', d: '1', w: 'a', S: 'x', D: 'x', W: ' ' }

/** What a text for it can be made of: its own words and signs, and one sign of each class that it names. */
function pieces(source) {
  const plain = source.replaceAll(/\\[pP]\{\w+\}|\(\?(?::|<?[=!])/g, ' ')
  const named = [...plain.matchAll(/\\([sdwSDW])/g)].flatMap(([, name]) => [...classes[name]])
  const rest = plain.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  const words = rest
    .replaceAll(/\\[sdwSDWbB]|\[[^\]]*\]|\{[\d,]+\}|[\^$.*+?()]/g, '|')
    .replaceAll('\\', '')
    .split('|')
  const signs = [...rest.replaceAll(/\\[sdwSDWbB]|[\^()]/g, '').replaceAll('\\', '')]
  return [...new Set([...words.filter((word) => word && word.length < 40), ...named, ...signs.slice(0, 16), 'a', '.'])]
}

/** Texts of any length that come close to matching, over and over. */
function* adversaries(source) {
  const all = pieces(source)
  const many = (piece, length) => piece.repeat(Math.ceil(length / piece.length))
  for (const piece of all) {
    yield (length) => `${many(piece, length)}\u0001`
    for (const other of all) {
      if (other === piece) continue
      yield (length) => `${piece}${many(other, length)}\u0001`
      yield (length) => `${many(piece + other, length)}\u0001`
    }
  }
}

/** For how long an expression takes for the first such text that is too slow, at the best of three tries; 0 where none is. */
export function tooSlow(literal) {
  const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(literal)
  const expression = new RegExp(source, flags.replace(/[gy]/g, ''))
  const global = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`)
  const time = (text) => {
    const begun = performance.now()
    if (/g/.test(flags)) text.replaceAll(global, '')
    else expression.test(text)
    return performance.now() - begun
  }
  const best = (text) => Math.min(...Array.from({ length: 3 }, () => time(text)))
  for (const text of adversaries(source)) {
    const screened = text(SCREENED)
    if (time(screened) < SUSPECT_MS || best(screened) < SUSPECT_MS) continue
    const long = text(LENGTH)
    const first = time(long)
    const took = first < 10 * LIMIT_MS ? Math.min(first, best(long)) : first
    if (took > LIMIT_MS) return took
  }
  return 0
}
