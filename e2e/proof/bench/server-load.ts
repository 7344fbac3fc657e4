import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Processor time used so far, in milliseconds (Linux counts in hundredths of a second). */
export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** What the meter inside the server has seen since it was last read, in milliseconds and MiB. */
export interface Metered {
  /** How late the event loop was, at p99 and at the worst. */
  readonly loop: number
  readonly longest: number
  readonly memory: number
}

/** Asks what was loaded into the server (`meter.ts`, `profiler.ts`), by a signal, and reads its answer from a file. */
export class Instrument {
  readonly #pid: number
  readonly #file: string
  #answers: number

  constructor(pid: number, file: string) {
    this.#pid = pid
    this.#file = file
    this.#answers = this.#lines().length
  }

  async ask<T>(): Promise<T> {
    process.kill(this.#pid, 'SIGUSR2')
    for (const until = Date.now() + 60_000; Date.now() < until; await pause(5)) {
      const answer = this.#lines()[this.#answers]
      if (answer === undefined) continue
      this.#answers += 1
      // The first tick after it is where counting begins again.
      await pause(30)
      return JSON.parse(answer) as T
    }
    throw new Error('The server did not answer its instrument within a minute.')
  }

  #lines(): string[] {
    const text = readFileSync(this.#file, 'utf8')
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean)
  }
}
