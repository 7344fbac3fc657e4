import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`

/** The JavaScript that a door loads before it shows anything: its entry and what that imports statically, each gzipped. */
export function firstJavaScript(folder, manifest) {
  const parts = new Map()
  const walk = (key) => {
    const { file, imports = [] } = manifest[key]
    if (parts.has(file)) return
    parts.set(file, gzipSync(readFileSync(path.join(folder, file))).length)
    for (const each of imports) walk(each)
  }
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry) walk(key)
  return [...parts].map(([file, bytes]) => ({ file, bytes })).sort((a, b) => b.bytes - a.bytes)
}

/** Says how heavy a door is and what weighs most. `fits` is false above the limit, and where there is nothing to weigh. */
export function weigh(name, folder, manifest, limit) {
  const parts = firstJavaScript(folder, manifest)
  const bytes = parts.reduce((sum, each) => sum + each.bytes, 0)
  const heaviest = parts.slice(0, 5).map((part) => `  ${kilobytes(part.bytes).padStart(9)}  ${part.file}\n`)
  const said = `First JavaScript of ${name}, gzipped: ${kilobytes(bytes)} (at most ${kilobytes(limit)})\n${heaviest.join('')}`
  return { bytes, fits: bytes > 0 && bytes <= limit, said }
}
