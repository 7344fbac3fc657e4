import { setTimeout as pause } from 'node:timers/promises'
import { lanes, Refused, type Work } from './work.ts'
import type { Write, WriteKind, WriteLog } from './write-log.ts'

/** Writers of every kind, each sending its next write when the last was answered, until they are told to stop or lose the server. */
export function startLoad(work: Work, log: WriteLog, round: string): { stop(): Promise<void> } {
  let working = true
  const kinds = Object.entries(lanes) as [WriteKind, number][]
  const writers = kinds.flatMap(([kind, count]) =>
    Array.from({ length: count }, async (_, lane) => {
      for (let seq = log.reached({ kind, lane }) + 1; working; seq += 1) {
        const id = `${round}.${kind}.${lane}.${seq}`
        const write: Write = { id, key: crypto.randomUUID(), kind, lane, seq, state: 'sent' }
        log.sent(write)
        if (!(await sendOnce(work, log, write))) return
        // Files are counted by the person and the minute; slowly they never reach the limit.
        if (kind === 'file') await pause(400)
      }
    }),
  )
  return {
    async stop() {
      working = false
      await Promise.all(writers)
    },
  }
}

/** Of so many writes of a writer, the answer to one is lost on its way. */
const LOST_ANSWER = 15

/** Answers false when nobody knows what became of the write. */
async function sendOnce(work: Work, log: WriteLog, write: Write): Promise<boolean> {
  try {
    const given = await work.send(write)
    // Now and then the line breaks after the commit and before the answer: the same for the client, and no crash at all.
    if (write.kind === 'file' || write.seq % LOST_ANSWER !== 0) log.acknowledge(write, given)
  } catch (error) {
    if (!(error instanceof Refused)) return false
    log.refuse(write, error.message)
  }
  return true
}

/** What a good client does after a lost line: the same request, under the same key. Files have no key: they are content. */
export async function tryAgain(work: Work, log: WriteLog, forgetKeys: boolean): Promise<number> {
  const open = log.unanswered().filter(({ kind }) => kind !== 'file')
  for (const write of open) {
    const again = forgetKeys ? { ...write, key: crypto.randomUUID() } : write
    log.acknowledge(write, await work.send(again))
  }
  return open.length
}
