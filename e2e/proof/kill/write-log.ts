import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'

/** What a write does: adds a thing that must be there once, or moves a place that must not fall behind. */
export type WriteKind = 'report' | 'evidence' | 'part' | 'file' | 'answer' | 'position'

/** One write as the client knows it. The same key goes with every try of it. */
export interface Write {
  /** Stands in what is written; unique in the run. */
  readonly id: string
  readonly key: string
  readonly kind: WriteKind
  /** Who of the writers of this kind: answers and positions of one lane follow one another. */
  readonly lane: number
  /** Counts up within the lane. */
  readonly seq: number
  state: 'sent' | 'acknowledged' | 'refused'
  /** When its acknowledgement had come, in milliseconds of the wall clock: never too early. */
  acknowledgedAt?: number
  /** What the server gave it, for files. */
  given?: string
  refusal?: string
}

/**
 * The client's own memory of what it sent and what was acknowledged, on disk and synced: it does not rest on the server
 * or on its database.
 */
export class WriteLog {
  readonly writes: Write[] = []
  readonly #file: number
  /** The last of each writer, by kind and lane. */
  readonly #reached = new Map<string, number>()
  #acknowledged = 0

  constructor(file: string) {
    this.#file = openSync(file, 'a')
  }

  sent(write: Write): void {
    this.writes.push(write)
    this.#reached.set(laneOf(write), write.seq)
    this.#note(write)
  }

  acknowledge(write: Write, given: string | undefined): void {
    if (write.state !== 'acknowledged') this.#acknowledged += 1
    write.state = 'acknowledged'
    write.acknowledgedAt = Date.now() + 1
    if (given !== undefined) write.given = given
    this.#note(write)
  }

  refuse(write: Write, refusal: string): void {
    write.state = 'refused'
    write.refusal = refusal
    this.#note(write)
  }

  acknowledged(): number {
    return this.#acknowledged
  }

  /** How far a writer has counted. */
  reached(writer: Pick<Write, 'kind' | 'lane'>): number {
    return this.#reached.get(laneOf(writer)) ?? 0
  }

  /** What was sent and never answered: nobody knows whether it took effect. */
  unanswered(): Write[] {
    return this.writes.filter(({ state }) => state === 'sent')
  }

  sync(): void {
    fdatasyncSync(this.#file)
  }

  close(): void {
    this.sync()
    closeSync(this.#file)
  }

  #note(write: Write): void {
    writeSync(this.#file, `${JSON.stringify(write)}\n`)
  }
}

const laneOf = ({ kind, lane }: Pick<Write, 'kind' | 'lane'>): string => `${kind}.${lane}`
