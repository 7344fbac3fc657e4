import { mkdirSync, closeSync, ftruncateSync, linkSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SystemCall } from './system-calls.ts'

/** What of the not yet synced a power cut leaves on the disk. */
export type Leaving = 'none' | 'all' | 'half' | 'torn'
export const leavings: readonly Leaving[] = ['none', 'all', 'half', 'torn']

const SECTOR = 512

/** Not yet on disk for certain: it is from the end of a sync that began after it had ended. */
interface Pending<T> {
  readonly to: number
  readonly change: T
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number }

interface FileNode {
  /** What is certain to be on disk. */
  content: Buffer
  pending: Pending<Change>[]
  /** The untouched file of the beginning, for as long as it is that. SQLite writes to what it opens: its own are copied. */
  original: string | null
}

type Entry = { readonly folder: string; readonly name: string; readonly node: FileNode | 'folder' | null }

interface Open {
  readonly node: FileNode | null
  readonly path: string
  position: number
  readonly append: boolean
}

/**
 * A disk that keeps only what it was asked to keep. Content is certain once its file was synced, a name (made, moved or
 * removed) once its folder was: what POSIX promises, and less than most file systems do.
 */
export class Disk {
  readonly #root: string
  readonly #now = new Map<string, FileNode | 'folder'>()
  readonly #certain = new Map<string, FileNode | 'folder'>()
  #entries: Pending<Entry>[] = []
  readonly #open = new Map<number, Open>()
  /** Commits that were written into SQLite's log, and syncs of that log. */
  readonly log = { commits: 0, syncs: 0 }

  private constructor(root: string) {
    this.#root = root
  }

  /** The folder `root` as it is, all of it on disk, read from a copy of it that nobody changes. */
  static async of(root: string, copy: string): Promise<Disk> {
    const disk = new Disk(root)
    for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
      const original = path.join(entry.parentPath, entry.name)
      const name = path.join(root, path.relative(copy, original))
      const node = entry.isDirectory()
        ? 'folder'
        : {
            content: await readFile(original),
            pending: [],
            original: entry.name.startsWith('dangjian.db') ? null : original,
          }
      disk.#now.set(name, node)
      disk.#certain.set(name, node)
    }
    return disk
  }

  /** All that has to be told to the disk, by the instant from which it counts. */
  static timeline(calls: readonly SystemCall[]): { at: number; call: SystemCall }[] {
    // A file is open, and a sync is done, when the call has returned; anything else may be in effect once it has begun.
    const late = /^(open|creat|fsync|fdatasync)/
    return calls.map((call) => ({ at: late.test(call.name) ? call.to : call.from, call })).sort((a, b) => a.at - b.at)
  }

  apply(call: SystemCall): void {
    const { name, args, texts, result, to } = call
    const numbers = args.split(',').map((text) => Number.parseInt(text, 10))
    const open = this.#open.get(numbers[0] ?? -1)
    const [first, second] = texts.map((text) => path.resolve(this.#root, text.toString()))
    switch (name) {
      case 'openat':
      case 'creat':
        return this.#opened(first ?? '', name === 'creat' ? 'O_CREAT|O_TRUNC' : args, result, to)
      case 'close':
        this.#open.delete(numbers[0] ?? -1)
        return
      case 'lseek':
        if (open) open.position = result
        return
      case 'write':
      case 'writev':
      case 'pwrite64':
      case 'pwritev':
        if (open && isCommit(open, texts)) this.log.commits += 1
        if (open)
          write(open, Buffer.concat(texts).subarray(0, result), name.startsWith('p') ? lastOf(numbers) : null, to)
        return
      case 'ftruncate':
        open?.node?.pending.push({ to, change: { length: numbers[1] ?? 0 } })
        return
      case 'fsync':
      case 'fdatasync':
        if (open) this.#synced(open, call.from)
        return
      case 'mkdir':
      case 'mkdirat':
        return this.#name(first, 'folder', to)
      case 'link':
      case 'linkat':
        return this.#name(second, this.#now.get(first ?? ''), to)
      case 'rename':
      case 'renameat':
      case 'renameat2':
        this.#name(second, this.#now.get(first ?? ''), to)
        return this.#name(first, null, to)
      default:
        return this.#name(first, null, to)
    }
  }

  #opened(file: string, flags: string, descriptor: number, to: number): void {
    let node = this.#now.get(file)
    const inside = file.startsWith(this.#root + path.sep)
    if (inside && node === undefined && flags.includes('O_CREAT') && !file.endsWith('-shm')) {
      node = { content: EMPTY, pending: [], original: null }
      this.#name(file, node, to)
    } else if (node && node !== 'folder' && flags.includes('O_TRUNC')) {
      node.pending.push({ to, change: { length: 0 } })
    }
    if (!inside && file !== this.#root) {
      this.#open.delete(descriptor)
      return
    }
    const its = node === 'folder' || node === undefined ? null : node
    this.#open.set(descriptor, { node: its, path: file, position: 0, append: flags.includes('O_APPEND') })
  }

  #name(file: string | undefined, node: FileNode | 'folder' | null | undefined, to: number): void {
    if (!file?.startsWith(this.#root + path.sep) || node === undefined || file.endsWith('-shm')) return
    if (node === null) {
      if (!this.#now.delete(file)) return
    } else this.#now.set(file, node)
    this.#entries.push({ to, change: { folder: path.dirname(file), name: file, node } })
  }

  #synced({ node, path: file }: Open, from: number): void {
    if (file.endsWith('-wal')) this.log.syncs += 1
    if (node) {
      if (node.pending.length > 0) node.original = null
      for (const { change } of node.pending.filter(({ to }) => to <= from)) node.content = changed(node, change)
      node.pending = node.pending.filter(({ to }) => to > from)
      return
    }
    const covered = (entry: Pending<Entry>): boolean => entry.change.folder === file && entry.to <= from
    for (const { change } of this.#entries.filter(covered)) put(this.#certain, change)
    this.#entries = this.#entries.filter((entry) => !covered(entry))
  }

  /** Writes into an empty folder what a power cut now would leave. */
  leave(into: string, leaving: Leaving, random: () => number): void {
    const names = new Map(this.#certain)
    const kept = (): boolean => leaving === 'all' || (leaving !== 'none' && random() < 0.5)
    for (const { change } of this.#entries) if (kept()) put(names, change)
    for (const [name, node] of [...names].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const folder = path.dirname(name)
      if (folder !== this.#root && names.get(folder) !== 'folder') continue
      const target = path.join(into, path.relative(this.#root, name))
      if (node === 'folder') mkdirSync(target)
      else leaveFile(target, node, leaving, kept, random)
    }
  }
}

const EMPTY = Buffer.alloc(0)
const lastOf = (numbers: readonly number[]): number => numbers.at(-1) ?? 0

function put(names: Map<string, FileNode | 'folder'>, { name, node }: Entry): void {
  if (node === null) names.delete(name)
  else names.set(name, node)
}

function write(open: Open, bytes: Buffer, at: number | null, to: number): void {
  if (!open.node) return
  const position = at ?? open.position
  if (open.append) throw new Error(`${open.path} is appended to, which this disk does not know.`)
  open.node.pending.push({ to, change: { at: position, bytes } })
  if (at === null) open.position = position + bytes.length
}

/** A page's header in SQLite's log names the size of the database after a commit, and nothing where none ends with it. */
function isCommit({ path: file }: Open, [header]: readonly Buffer[]): boolean {
  return file.endsWith('-wal') && header?.length === 24 && header.readUInt32BE(4) !== 0
}

function changed({ content }: FileNode, change: Change): Buffer {
  if ('length' in change) {
    if (change.length <= content.length) return content.subarray(0, change.length)
    return Buffer.concat([content, Buffer.alloc(change.length - content.length)])
  }
  const end = change.at + change.bytes.length
  let target = content
  if (end > content.length) {
    target = Buffer.alloc(end)
    content.copy(target)
  }
  change.bytes.copy(target, change.at)
  return target
}

function leaveFile(file: string, node: FileNode, leaving: Leaving, kept: () => boolean, random: () => number): void {
  if (node.original && node.pending.length === 0) return linkSync(node.original, file)
  writeFileSync(file, node.content)
  const descriptor = openSync(file, 'r+')
  for (const { change } of node.pending) {
    if ('length' in change) {
      if (kept()) ftruncateSync(descriptor, change.length)
    } else if (leaving === 'torn') {
      for (let at = 0; at < change.bytes.length; at += SECTOR) {
        if (random() < 0.5) writeSync(descriptor, change.bytes.subarray(at, at + SECTOR), 0, null, change.at + at)
      }
    } else if (kept()) writeSync(descriptor, change.bytes, 0, change.bytes.length, change.at)
  }
  closeSync(descriptor)
}
