import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { newPostgresDatabase } from '@dangjian/db/testing/both-databases'
import { temporaryFolder } from '../../harness/leave-nothing.ts'
import { startServerProcess } from '../../harness/server-process.ts'
import { among } from '../among.ts'
import { layDemo } from '../backup/operate.ts'
import { randomOf } from '../kill/random.ts'
import { Asker, type Answer } from './asker.ts'
import { findingIn, type Finding } from './findings.ts'
import { IdPool } from './id-pool.ts'
import { mutatedInput, written, type Mutated } from './mutated-input.ts'
import { askersOf, isMeantFor, lookAround } from './look-around.ts'
import { listProcedures, type Procedure } from './procedures.ts'
import { validInput } from './valid-input.ts'

export interface FuzzSettings {
  /** So many inputs that its schema takes, and so many that somebody tampered with, for each procedure. */
  readonly each: number
  readonly seed: number
  /** Only procedures whose path holds one of these. */
  readonly only?: readonly string[]
  /** A data folder with the demo to begin with; where none is given, the server writes it. */
  readonly demo?: string
  /** The PostgreSQL to make a database in; the embedded database where there is none. */
  readonly postgresUrl?: string
  /** Loads a fault into the server. */
  readonly plant?: string
  readonly say?: (done: number, of: number) => void
  /** Told of each as it is found: a long run need not end to be of use. */
  readonly found?: (finding: Finding) => void
}

export interface SlowAnswer {
  readonly path: string
  readonly input: string
  readonly ms: number
}

export interface FuzzResult {
  readonly procedures: number
  readonly asked: { readonly valid: number; readonly mutated: number }
  /** Answers by their status, to inputs of each kind. */
  readonly statuses: Readonly<Record<string, number>>
  /** Procedures that nobody got anything but refusals from. */
  readonly neverAnswered: readonly string[]
  readonly findings: readonly Finding[]
  readonly slow: readonly SlowAnswer[]
  /** Lines of the server's log that tell of a failure. */
  readonly logged: readonly string[]
  /** Whether the server ended by itself, or by what it did not catch. */
  readonly ended: boolean
}

/** Ends the session of whoever asks: only nobody in particular does. */
const ENDS_SESSION = new Set(['access.signOut'])
const AT_ONCE = 6
const CHUNK = 10
const SLOW_MS = 2000
const SLOW_TRIES = 5
/** In characters. The server reads a quarter of this; a course of the largest texts that may be has half a milliard. */
const LONGEST = 4 * 1024 * 1024

/** Asks every procedure of a real server, in many persons, with inputs of all kinds. */
export async function runFuzz(settings: FuzzSettings): Promise<FuzzResult> {
  const { demo, postgresUrl, plant } = settings
  const dataDir = await temporaryFolder('dangjian-fuzz-')
  const databaseUrl = postgresUrl ? await newPostgresDatabase(postgresUrl) : undefined
  if (demo) await layDemo({ dataDir, databaseUrl }, demo)
  const server = await startServerProcess({
    ...{ dataDir, databaseUrl, fromSources: plant !== undefined },
    env: {
      SECOND_FACTOR: 'optional',
      ...(plant ? { NODE_OPTIONS: `--import=${new URL(plant, import.meta.url).href}` } : {}),
    },
  })
  let ended = false
  void server.ended.then(() => (ended = true))
  try {
    const walk = new Walk(server.url, settings, server.said)
    await walk.prepare()
    await walk.all()
    const logged = server
      .said()
      .split('\n')
      .filter((line) => /"level":(50|60|"(error|fatal)")|[Uu]nhandled|uncaught/.test(line))
    return { ...walk.result(), logged, ended }
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

class Walk {
  readonly #settings: FuzzSettings
  /** The server's log. */
  readonly #said: () => string
  readonly #pool = new IdPool()
  readonly #inputs = new Map<string, fc.Arbitrary<unknown>>()
  readonly #askers: Asker[]
  readonly #nobody: Asker
  readonly #procedures: readonly Procedure[]
  readonly #findings: Finding[] = []
  readonly #slow: SlowAnswer[] = []
  readonly #asked = { valid: 0, mutated: 0 }
  readonly #statuses: Record<string, number> = {}
  readonly #answered = new Set<string>()

  constructor(url: string, settings: FuzzSettings, said: () => string) {
    this.#settings = settings
    this.#said = said
    this.#askers = askersOf(url)
    this.#nobody = new Asker(url, 'nobody')
    const { only = [] } = settings
    this.#procedures = listProcedures().filter(
      ({ path: name }) => !only.length || only.some((part) => name.includes(part)),
    )
  }

  async prepare(): Promise<void> {
    await lookAround(this.#askers, this.#pool, (procedure) => this.#valid(procedure))
  }

  async all(): Promise<void> {
    const { each, seed, say } = this.#settings
    const random = randomOf(seed)
    const rounds = Math.ceil(each / CHUNK)
    const tasks = Array.from({ length: rounds }, (_, round) =>
      this.#procedures.map((procedure) => ({ procedure, count: Math.min(CHUNK, each - round * CHUNK), at: random() })),
    ).flat()
    let done = 0
    const waiting = tasks.values()
    const work = async (): Promise<void> => {
      for (const { procedure, count, at } of waiting) {
        await this.#chunk(procedure, count, Math.floor(at * 2 ** 31))
        done += 1
        if (done % 50 === 0) say?.(done, tasks.length)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }

  async #chunk(procedure: Procedure, count: number, seed: number): Promise<void> {
    const valid = this.#valid(procedure)
    const asker = this.#askerOf(procedure, seed)
    const inputs = fc.sample(valid, { numRuns: count, seed })
    await this.#examine(
      procedure,
      asker,
      inputs.map((value) => ({ value })),
      'valid',
    )
    const other = this.#askerOf(procedure, seed + 1)
    await this.#examine(procedure, other, fc.sample(mutatedInput(valid), { numRuns: count, seed }), 'mutated')
  }

  #valid(procedure: Procedure): fc.Arbitrary<unknown> {
    const kept = this.#inputs.get(procedure.path) ?? this.#inputsOf(procedure)
    this.#inputs.set(procedure.path, kept)
    return kept
  }

  #inputsOf(procedure: Procedure): fc.Arbitrary<unknown> {
    const sparing = procedure.type === 'mutation' && procedure.path.startsWith('access.')
    const inputs = validInput(procedure.input, (brand, n) => {
      const known = n % 4 === 0 ? undefined : this.#pool.pick(brand, n >> 2, sparing)
      return known ?? randomUUID()
    })
    return inputs.filter((value) => written(value).length <= LONGEST)
  }

  /** Mostly somebody who may; now and then anybody, or nobody. */
  #askerOf(procedure: Procedure, n: number): Asker {
    if (ENDS_SESSION.has(procedure.path) || n % 16 === 0) return this.#nobody
    const meant = n % 4 === 1 ? [] : this.#askers.filter((asker) => isMeantFor(procedure, asker))
    return among(meant.length > 0 ? meant : this.#askers, n >> 4)
  }

  async #examine(
    procedure: Procedure,
    asker: Asker,
    inputs: readonly Mutated[],
    kind: 'valid' | 'mutated',
  ): Promise<void> {
    const texts = inputs.map(({ value }) => written(value))
    const answers = await asker.ask(procedure, texts, kind === 'valid' && procedure.type === 'mutation')
    this.#asked[kind] += answers.length
    for (const [n, answer] of answers.entries()) {
      const input = texts[n] ?? ''
      const key = `${kind} ${answer.status}`
      this.#statuses[key] = (this.#statuses[key] ?? 0) + 1
      const added = inputs[n]?.added
      const finding = findingIn(procedure, answer, added === undefined || added.includes('body'))
      if (finding) {
        const whole = {
          ...finding,
          path: procedure.path,
          asker: asker.name,
          input: input.slice(0, 2000),
          ...this.#loggedOf(procedure),
        }
        this.#findings.push(whole)
        this.#settings.found?.(whole)
      }
      if (answer.status !== 200) continue
      this.#answered.add(procedure.path)
      this.#pool.harvest(procedure.output, answer.data)
    }
    await this.#noteSlow(procedure, asker, texts, answers)
    const out = asker.signedIn && answers.some(({ status, text }) => status === 401 && text.includes('sign-in-needed'))
    if (out) await asker.signIn()
  }

  /** The last that the log has of a procedure that failed. */
  #loggedOf({ path: name }: Procedure): { logged?: string } {
    const logged = this.#said()
      .split('\n')
      .findLast((line) => line.includes(`"path":"${name}","error"`))
    return logged ? { logged: logged.slice(0, 1500) } : {}
  }

  /**
   * Ten that took long together are asked again, each alone. This process makes up inputs meanwhile and may be late
   * itself: slow is what is slow each time.
   */
  async #noteSlow(
    procedure: Procedure,
    asker: Asker,
    texts: readonly string[],
    answers: readonly Answer[],
  ): Promise<void> {
    if (answers.every(({ ms }) => ms < SLOW_MS)) return
    for (const input of texts) {
      let ms = Infinity
      for (let tries = 0; tries < SLOW_TRIES && ms >= SLOW_MS; tries += 1) {
        const [answer] = await asker.ask(procedure, [input])
        ms = Math.min(ms, answer?.ms ?? 0)
      }
      if (ms >= SLOW_MS) this.#slow.push({ path: procedure.path, input: input.slice(0, 500), ms })
    }
  }

  result(): Omit<FuzzResult, 'logged' | 'ended'> {
    return {
      procedures: this.#procedures.length,
      asked: this.#asked,
      statuses: this.#statuses,
      neverAnswered: this.#procedures.map((each) => each.path).filter((name) => !this.#answered.has(name)),
      findings: this.#findings,
      slow: this.#slow,
    }
  }
}
