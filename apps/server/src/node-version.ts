/** better-sqlite3 13 needs Node-API 10, which Node has from 22.14 on, and crashes without a word on an older one. */
const LEAST = [22, 19] as const

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  process.stderr.write(
    `Node ${process.versions.node} is too old: ${LEAST.join('.')} or newer is needed. Start with "npm start" or "npm run dangjian", which bring the right one.\n`,
  )
  process.exit(1)
}
