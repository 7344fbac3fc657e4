import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { spawnSync } from 'node:child_process'

/** One system call that has to do with files, as strace saw it from outside. Instants in milliseconds of the wall clock. */
export interface SystemCall {
  readonly name: string
  readonly from: number
  readonly to: number
  /** Its arguments as written, with the paths and contents decoded beside them. */
  readonly args: string
  readonly texts: readonly Buffer[]
  readonly result: number
}

const TRACED = [
  ...['openat', 'creat', 'close', 'lseek', 'write', 'writev', 'pwrite64', 'pwritev', 'ftruncate', 'fsync', 'fdatasync'],
  ...['unlink', 'unlinkat', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'mkdir', 'mkdirat', 'rmdir'],
]

export const hasStrace = (): boolean => spawnSync('strace', ['--version']).status === 0

/** What to run a program under, so that each of its threads leaves a file of its calls in a folder. The program stays the child. */
export function recorder(folder: string): string[] {
  return [
    ...['strace', '-D', '-f', '-ff', '--seccomp-bpf', '-qqq', '-ttt', '-T', '-xx', '-s', '16777216'],
    ...['-e', 'signal=none', '-e', `trace=${TRACED.join(',')}`, '-o', path.join(folder, 'thread')],
  ]
}

/** Reads what all threads did, in the order in which it took effect at the earliest. Failed calls did nothing. */
export async function readCalls(folder: string): Promise<SystemCall[]> {
  const calls: SystemCall[] = []
  for (const name of await readdir(folder)) {
    const lines = createInterface({ input: createReadStream(path.join(folder, name), 'latin1') })
    for await (const line of lines) {
      const call = parse(line)
      if (call && call.result >= 0) calls.push(call)
    }
  }
  return calls.sort((a, b) => a.from - b.from)
}

const LINE = /^(\d+\.\d+) (\w+)\((.*)\) += (-?\d+)[^<]*<(\d+\.\d+)>$/s
const TEXT = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g

function parse(line: string): SystemCall | undefined {
  const found = LINE.exec(line)
  if (!found) return undefined
  const [, at = '', name = '', written = '', result = '', took = ''] = found
  const texts: Buffer[] = []
  const args = written.replace(TEXT, (_all, text: string, cut: string | undefined) => {
    if (cut) throw new Error(`strace cut the content of a ${name} short.`)
    texts.push(Buffer.from(text.replaceAll('\\x', ''), 'hex'))
    return '"'
  })
  const from = Number(at) * 1000
  return { name, from, to: from + Number(took) * 1000, args, texts, result: Number(result) }
}
