/**
 * Loaded into the bench's server before all else. At each SIGUSR2 it writes, as a line of INSTRUMENT_FILE, how late the
 * event loop was since the last one and the most memory that the process held.
 */
import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const file = process.env['INSTRUMENT_FILE']
if (file && isMainThread) {
  const resolution = 10
  const begin = () => {
    const delay = monitorEventLoopDelay({ resolution })
    delay.enable()
    return delay
  }
  // What is counted is from one tick to the next: the tick itself is no delay.
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution)
  let delay = begin()
  let most = 0
  setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50).unref()
  process.on('SIGUSR2', () => {
    const memory = Math.max(most, process.memoryUsage.rss()) / 2 ** 20
    const line = { loop: late(delay.percentile(99)), longest: late(delay.max), memory }
    delay.disable()
    delay = begin()
    most = 0
    appendFileSync(file, `${JSON.stringify(line)}\n`)
  })
}
