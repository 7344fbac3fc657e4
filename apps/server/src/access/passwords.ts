import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { refuseWith } from '@dangjian/api/refusal'
import type { Services } from '@dangjian/api/context'
import { leaked } from './leaked-passwords.ts'

/** argon2id with 19 MiB and two passes (OWASP; the library's default): about 61 hashes a second on two cores. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Of two processors one is left to those who are in already; each hash under way holds its 19 MiB. */
const AT_ONCE = availableParallelism() > 2 ? 2 : 1
const WAITING_AT_MOST = 100

let running = 0
const waiting: (() => void)[] = []

/** Hashing runs off the event loop, a few at once; past a bounded queue the caller is asked to come back. */
async function inPool<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) refuseWith('too-busy')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

export const passwords: Services['passwords'] = {
  hash: (password: string) => inPool(() => hash(password.normalize('NFC'), PARAMETERS)),
  verify: (stored: string, password: string) => inPool(() => verify(stored, password.normalize('NFC'))),
  leaked,
}
