import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'rolldown'

const root = fileURLToPath(new URL('../..', import.meta.url))
const served = path.join(root, 'apps/server/dist')
const machineCode = new Set(['better-sqlite3', '@node-rs/argon2'])
/** What only some requests need, of others' making: it is loaded when they come. */
const onDemand = (name, kind) => kind === 'dynamic-import' && /^(?!node:|@dangjian\/)[@a-z]/.test(name)

/** Where a file is, seen from what is served: a checkout may be moved. */
const fromServed = (file) => path.relative(served, file).replaceAll(path.sep, '/')

/** Threads that the server keeps. From its source each would load what takes the types out of it: some 15 MiB, for good. */
const keptThreads = { 'report-worker': path.join(root, 'packages/db/src/connection/report-worker.ts') }

/**
 * Workers, files and packages are named from the source that names them. In the bundle too, each source has the address
 * that it has without one; threads that are kept lie beside it.
 */
const addresses = {
  name: 'addresses',
  // Both stay where they are, and are loaded from there.
  async resolveId(name, importer, { kind }) {
    if (!machineCode.has(name) && !onDemand(name, kind)) return null
    const { id } = await this.resolve(name, importer, { skipSelf: true })
    return { id: fromServed(id), external: true }
  },
  transform(code, id) {
    if (id.includes('node_modules') || !code.includes('import.meta.url')) return null
    const address = `new URL(${JSON.stringify(fromServed(id))}, import.meta.url).href`
    const beside = (text, thread) =>
      text.replace(`new URL('./${thread}.ts', ${address})`, `new URL('./${thread}.mjs', import.meta.url)`)
    return { code: Object.keys(keptThreads).reduce(beside, code.replaceAll('import.meta.url', address)), map: null }
  },
}

/** The server in a few files: more than a thousand, looked for and read one by one, take it half a second at each start. */
export default defineConfig({
  input: { main: path.join(root, 'apps/server/src/main.ts'), ...keptThreads },
  cwd: root,
  platform: 'node',
  plugins: [addresses],
  output: {
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    // Node holds the text of what it runs, two bytes a sign as soon as one sign is not of ASCII.
    charset: 'ascii',
    comments: { jsdoc: false },
  },
})
