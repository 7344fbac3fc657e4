import path from 'node:path'
import Sqlite from 'better-sqlite3'

/** Rows a second that better-sqlite3 writes with nothing around it: `concurrent` to a commit, each commit on disk. */
export function rateRawWrites(folder: string, concurrent: number, seconds: number): number {
  const db = new Sqlite(path.join(folder, 'raw.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(
    'create table answer (attempt_id text, slot integer, response text, seq integer, saved_at integer, primary key (attempt_id, slot))',
  )
  const write = db.prepare('insert or replace into answer values (?, ?, ?, ?, ?)')
  const begun = performance.now()
  let written = 0
  while (performance.now() - begun < seconds * 1000) {
    db.exec('begin immediate')
    for (let n = 0; n < concurrent; n += 1, written += 1) {
      write.run(`attempt-${written % 10_000}`, written % 5, '{"written":"9"}', written, Date.now())
    }
    db.exec('commit')
  }
  const rate = (written / (performance.now() - begun)) * 1000
  db.close()
  return rate
}
