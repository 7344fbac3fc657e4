import { fork, type ChildProcess } from 'node:child_process'

/** What reading a file may take. A file that takes more is refused, and the server has lost nothing by it. */
const HEAP_MIB = 256
const TIME_MS = 30_000
/** Bytes of plain text that are read at once: they grow into nothing. */
const AT_ONCE = 256 * 1024

/** Reads the bytes of a file. An export of its module. */
type Reader<Answer> = (bytes: Uint8Array, name: string) => Promise<Answer>

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads what somebody uploaded in a process of its own, which may write no file, start no program and call no host.
 * One file at a time. Undefined where it takes too much memory or time.
 */
export function readApart<Answer>(
  module: string,
  read: Reader<Answer>,
  bytes: Uint8Array,
  name: string,
): Promise<Answer | undefined> {
  if (bytes.byteLength < AT_ONCE && !isPacked(bytes)) return read(bytes, name)
  const answer = last.then(() => askProcess<Answer>({ module, reader: read.name, bytes, name }))
  last = answer.catch(() => undefined)
  return answer
}

/** A zip or a PDF: a few bytes of them may unpack to any number. */
function isPacked(bytes: Uint8Array): boolean {
  const mark = String.fromCharCode(...bytes.subarray(0, 4))
  return mark.startsWith('PK') || mark === '%PDF'
}

export interface ReadingTask {
  readonly module: string
  readonly reader: string
  readonly bytes: Uint8Array
  readonly name: string
}

function askProcess<Answer>(task: ReadingTask): Promise<Answer | undefined> {
  const child = fork(new URL('./reading-process.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${HEAP_MIB}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.send(task)
  return answerOf<Answer>(child)
}

function answerOf<Answer>(child: ChildProcess): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const overdue = setTimeout(() => child.kill('SIGKILL'), TIME_MS)
    child.once('message', (answer) => resolve(answer as Answer))
    child.once('error', reject)
    child.once('close', () => {
      clearTimeout(overdue)
      resolve(undefined)
    })
  })
}
