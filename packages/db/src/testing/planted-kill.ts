/**
 * Loaded into a process before all else: it is killed when its statement number KILL_AT, or its first one in which that
 * stands, has been handed to the database. One that comes to its end says on standard output how many there were.
 */
import { isMainThread } from 'node:worker_threads'
import { aroundWrites } from './written-statements.ts'

if (isMainThread) {
  const last = process.env['KILL_AT'] ?? ''
  let count = 0
  aroundWrites((sql, execute) => {
    const answer = execute()
    count += 1
    if (/^\d*$/.test(last) ? count === Number(last) : sql.includes(last)) process.kill(process.pid, 'SIGKILL')
    return answer
  })
  process.on('exit', () => process.stdout.write(`${count}\n`))
}
