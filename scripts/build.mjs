import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from './hash.mjs'
import { root, windows } from './paths.mjs'
import { compress } from './compress.mjs'
import { weigh } from './weight.mjs'

const around = ['pnpm-lock.yaml', 'tsconfig.base.json']
const configs = ['vite.config.ts', 'rolldown.config.mjs']
const parts = ['src', 'vite', 'public', '.storybook', 'package.json', 'index.html', ...configs]
const partsOf = (folders) => [...around, ...folders.flatMap((folder) => parts.map((part) => `${folder}/${part}`))]

/** Bytes of gzipped JavaScript that a door may load before it shows anything. */
const weights = { admin: 350_000, school: 200_000 }

/** Builds the server and the pages of both doors where their sources changed since the last build. Answers whether all went well. */
export async function buildProduct(env = process.env) {
  return (await Promise.all([buildServer(env), buildDoors(env)])).every(Boolean)
}

/** Brings the server's sources into a few files. */
function buildServer(env) {
  const from = partsOf(['packages/domain', 'packages/formats', 'packages/db', 'packages/api', 'apps/server'])
  const how = ['rolldown', '--config', 'rolldown.config.mjs', '--dir']
  return build({ name: 'server', folder: 'apps/server', into: 'dist', shows: 'main.mjs', from, how }, env)
}

async function buildDoors(env) {
  const door = (name) => {
    const from = partsOf(['packages/domain', 'packages/door', 'packages/ui', `apps/${name}`])
    const how = ['vite', 'build', '--logLevel=error', '--manifest', '--emptyOutDir', '--outDir']
    const finish = async (built) => {
      if (!fits(name, built)) return false
      await compress(built)
      return true
    }
    return build({ name, folder: `apps/${name}`, into: 'dist', from, how, finish }, env)
  }
  return (await Promise.all([door('admin'), door('school')])).every(Boolean)
}

/** Builds the stories of the shared parts, as `storybook:build` does. */
export function buildStories(env = process.env) {
  const how = ['storybook', 'build', '--quiet', '--loglevel', 'error', '--output-dir']
  const folder = 'packages/ui'
  return build({ name: 'stories', folder, into: 'storybook-static', from: partsOf([folder]), how }, env)
}

/** Whether a built door is light enough. Vite's list of its parts is taken out: it is not for being served. */
function fits(name, built) {
  const list = path.join(built, '.vite')
  const manifest = JSON.parse(readFileSync(path.join(list, 'manifest.json'), 'utf8'))
  rmSync(list, { recursive: true })
  const weighed = weigh(name, built, manifest, weights[name])
  process.stderr.write(weighed.said)
  return weighed.fits
}

async function build(what, env) {
  const { name, folder, into, shows = 'index.html', from, how, finish = async () => true } = what
  const [command, ...args] = how
  const stamp = path.join(root, '.cache', `${name}-built-from`)
  const wanted = hashOf(from)
  const built = path.join(root, folder, into)
  if (existsSync(path.join(built, shows)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  process.stderr.write(`Building ${name} …\n`)
  // Built aside and put in place whole: a server that runs meanwhile never shows half a page.
  const aside = path.join(root, '.cache', `${name}-${process.pid}`)
  if ((await quietly(command, [...args, aside], path.join(root, folder), env)) !== 0) {
    rmSync(aside, { recursive: true, force: true })
    process.stderr.write(`${folder} could not be built; the lines above say why.\n`)
    return false
  }
  if (!(await finish(aside))) {
    rmSync(aside, { recursive: true, force: true })
    process.stderr.write(`${folder} is too heavy; the lines above say what weighs most.\n`)
    return false
  }
  rmSync(built, { recursive: true, force: true })
  renameSync(aside, built)
  writeFileSync(stamp, wanted)
  return true
}

function quietly(command, args, cwd, env) {
  return new Promise((resolve) => {
    const folder = path.join(cwd, 'node_modules', '.bin')
    // Whoever asks for them, pages are built as they are served: a test's own NODE_ENV would bring React's development version.
    const own = { ...env, NODE_ENV: 'production', PATH: [folder, env.PATH].join(path.delimiter) }
    // What went well is not told.
    const child = spawn(command, args, { cwd, env: own, shell: windows, stdio: ['ignore', 'ignore', 2] })
    child.on('error', () => resolve(127))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
