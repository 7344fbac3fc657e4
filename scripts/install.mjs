import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf, workspaces } from './hash.mjs'
import { root } from './paths.mjs'
import { setUp, stop } from './run.mjs'

const stamp = path.join(root, 'node_modules', '.installed-for')

/** Installs the dependencies when node_modules does not answer to the lock file; else touches neither disk nor network. */
export function installDependencies(env) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return
  process.stderr.write('Installing dependencies …\n')
  // The lock file was written on Linux and names only its binaries where a package has one a platform.
  const how = process.platform === 'linux' ? '--frozen-lockfile' : '--fix-lockfile'
  const { NODE_ENV: _, ...own } = env
  if (!setUp('pnpm', ['install', how, '--reporter=append-only', '--config.confirmModulesPurge=false'], { env: own })) {
    stop('The dependencies could not be installed; the lines above say why. Check the network and start again.')
  }
  writeFileSync(stamp, wanted())
}

function wanted() {
  const packages = workspaces().map((folder) => `${folder}/package.json`)
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...packages]
  return `${process.platform}-${process.arch} ${hashOf(files)}`
}
