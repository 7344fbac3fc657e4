import ts from 'typescript'
import { filesBelow, read } from './files.mjs'

/** What asks another host, by the name that every program has for it. */
const GLOBALS = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'sendBeacon',
])
/** Modules that open a line to another host, or look one up. */
const MODULES =
  /^(node:)?(https?|http2|net|tls|dgram|dns|dns\/promises|inspector|quic)$|^(undici|axios|got|ky|needle|superagent|node-fetch|cross-fetch|request|ws|nodemailer|tunnel|ssh2|basic-ftp)($|\/)|proxy-agent|^@fastify\/(http-proxy|reply-from)$|^@aws-sdk\//

/** Places where a source asks another host, or could: by name. */
export function reachesOut(text) {
  const found = new Set()
  const walk = (node) => {
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && !isOwnName(node)) found.add(node.text)
    // `import x from`, `export … from`, `import()` and `require()` all name a module by a text.
    if (ts.isStringLiteralLike(node) && MODULES.test(node.text) && namesModule(node)) found.add(node.text)
    ts.forEachChild(node, walk)
  }
  walk(ts.createSourceFile('source.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return [...found]
}

/** A type, or a key that somebody chose for something of their own: `{ fetch: leavingFetch }`, `git.fetch()`. */
function isOwnName(node) {
  const { parent } = node
  if (ts.isTypeReferenceNode(parent) || ts.isTypeQueryNode(parent)) return true
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return !/^(globalThis|window|self|navigator)$/.test(parent.expression.getText())
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) &&
    parent.name === node
  )
}

function namesModule({ parent }) {
  if (ts.isImportDeclaration(parent)) return !parent.importClause?.isTypeOnly
  if (ts.isExportDeclaration(parent)) return !parent.isTypeOnly
  if (!ts.isCallExpression(parent)) return false
  return parent.expression.kind === ts.SyntaxKind.ImportKeyword || /require/i.test(parent.expression.getText())
}

/** Sources of all that runs, tests and stories left out. */
export function runningSources() {
  const folders = ['apps', ...['api', 'db', 'domain', 'door', 'formats', 'ui'].map((name) => `packages/${name}`)]
  return filesBelow(...folders)
    .filter((file) => /\/src\/.*\.tsx?$/.test(file) && !/\.(test|stories)\.tsx?$|\/testing\//.test(file))
    .map((file) => ({ file, reaches: reachesOut(read(file)) }))
}
