/**
 * Loaded into the bench's server before all else by `npm run profile`. The first SIGUSR2 begins a profile of its
 * processor time; the second ends it and names, as a line of INSTRUMENT_FILE, the file that it was written to.
 */
import { appendFileSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { isMainThread } from 'node:worker_threads'

const file = process.env['INSTRUMENT_FILE']
if (file && isMainThread) {
  const session = new Session()
  session.connect()
  let running = false
  const turn = async () => {
    if (running) {
      const { profile } = await session.post('Profiler.stop')
      writeFileSync(`${file}.cpuprofile`, JSON.stringify(profile))
    } else {
      await session.post('Profiler.enable')
      await session.post('Profiler.start')
    }
    running = !running
    appendFileSync(file, `${JSON.stringify({ running, profile: `${file}.cpuprofile` })}\n`)
  }
  process.on('SIGUSR2', () => void turn())
}
