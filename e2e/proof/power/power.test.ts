import { describe, expect, inject, it } from 'vitest'
import '../prepare.ts'
import { cutPower } from './power-run.ts'
import { record, type RecordSettings } from './recording.ts'
import { hasStrace } from './system-calls.ts'

/** The short form; `npm run proof:power` is the long one. strace is Debian's: where there is none, this says skipped. */
describe.skipIf(!hasStrace())('a power cut', () => {
  const demo = inject('demo')

  async function after(moments: number, settings: RecordSettings) {
    const recording = await record(settings)
    return cutPower(recording, { moments, seed: 2026 }).finally(() => recording.forget())
  }

  it('takes nothing that was acknowledged, and leaves the database whole', async () => {
    const result = await after(40, { demo, milliseconds: 1500 })
    expect(result).toMatchObject({
      states: 160,
      lossy: { none: 0, all: 0, half: 0, torn: 0 },
      corrupt: 0,
      examples: [],
    })
    expect(result.acknowledged).toBeGreaterThan(0)
    expect(result.syncs).toBeGreaterThanOrEqual(result.commits)
  })

  it('on the first day leaves the keys that the server began to serve with', async () => {
    const result = await after(10, { milliseconds: 200 })
    expect(result).toMatchObject({ states: 40, corrupt: 0, examples: [] })
  })

  it('is seen to take what SQLite does not sync by itself', async () => {
    const { lossy } = await after(12, { demo, milliseconds: 1000, plant: 'normal' })
    expect(lossy.none).toBeGreaterThan(0)
  })

  it('is seen to take a file that was not synced', async () => {
    const { lossy, examples } = await after(12, { demo, milliseconds: 1000, plant: 'unsynced-files' })
    expect(lossy.none).toBeGreaterThan(0)
    expect(examples.filter((example) => !example.includes('.file.'))).toEqual([])
  })
})
