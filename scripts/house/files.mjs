import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../paths.mjs'

const left = new Set(['node_modules', 'dist', 'storybook-static', 'public', '.storybook'])

/** Every file of ours below some folders, named from the project's folder. */
export function filesBelow(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = `${folder}/${entry.name}`
      if (entry.isDirectory()) return left.has(entry.name) ? [] : filesBelow(name)
      return [name]
    }),
  )
}

export const read = (file) => readFileSync(path.join(root, file), 'utf8')

/** The folders directly below one. */
export function foldersIn(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !left.has(entry.name))
    .map(({ name }) => name)
}
