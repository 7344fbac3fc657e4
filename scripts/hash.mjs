import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

/** One hash over files and whole folders (named from the project's folder), their names included. What is missing counts too. */
export function hashOf(names) {
  const hash = createHash('sha256')
  for (const name of names) add(hash, name)
  return hash.digest('hex')
}

function add(hash, name) {
  const full = path.join(root, name)
  if (!existsSync(full)) return void hash.update(`${name}\0absent\0`)
  if (!statSync(full).isDirectory()) return void hash.update(`${name}\0`).update(readFileSync(full)).update('\0')
  for (const each of readdirSync(full).sort()) if (each !== 'node_modules') add(hash, `${name}/${each}`)
}

/** The packages of the workspace, as folders. */
export function workspaces() {
  const found = ['packages', 'apps'].flatMap((floor) =>
    readdirSync(path.join(root, floor)).map((name) => `${floor}/${name}`),
  )
  return [...found, 'e2e'].filter((folder) => existsSync(path.join(root, folder, 'package.json'))).sort()
}
