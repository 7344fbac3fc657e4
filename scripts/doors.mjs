import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from './hash.mjs'
import { root, windows } from './paths.mjs'

const doors = ['admin', 'school']
const shared = ['pnpm-lock.yaml', 'tsconfig.base.json', 'packages/domain', 'packages/door', 'packages/ui']
const parts = ['src', 'vite', 'public', 'package.json', 'index.html', 'vite.config.ts']

/** Builds the pages of each door whose sources changed since its last build. Answers whether all went well. */
export async function buildDoors(env = process.env) {
  const built = await Promise.all(doors.map((door) => build(door, env)))
  return built.every(Boolean)
}

async function build(door, env) {
  const stamp = path.join(root, '.cache', `${door}-built-from`)
  const from = hashOf(
    [...shared, `apps/${door}`].flatMap((name) => (name.includes('/') ? parts.map((part) => `${name}/${part}`) : name)),
  )
  const page = path.join(root, 'apps', door, 'dist', 'index.html')
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return true
  process.stderr.write(`Building ${door} …\n`)
  // Built aside and put in place whole: a server that runs meanwhile never shows half a door.
  const aside = path.join(root, '.cache', `${door}-${process.pid}`)
  const how = ['build', '--logLevel=error', '--outDir', aside, '--emptyOutDir']
  const code = await quietly('vite', how, path.join(root, 'apps', door), env)
  if (code !== 0) {
    rmSync(aside, { recursive: true, force: true })
    process.stderr.write(`apps/${door} could not be built; the lines above say why.\n`)
    return false
  }
  rmSync(path.dirname(page), { recursive: true, force: true })
  renameSync(aside, path.dirname(page))
  writeFileSync(stamp, from)
  return true
}

function quietly(command, args, cwd, env) {
  return new Promise((resolve) => {
    const folder = path.join(cwd, 'node_modules', '.bin')
    const own = { ...env, PATH: [folder, env.PATH].join(path.delimiter) }
    const child = spawn(command, args, { cwd, env: own, shell: windows, stdio: ['ignore', 2, 2] })
    child.on('error', () => resolve(127))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
