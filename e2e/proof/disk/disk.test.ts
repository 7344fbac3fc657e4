import { describe, expect, inject, it } from 'vitest'
import '../prepare.ts'
import { hasStrace } from '../power/system-calls.ts'
import { failSyncs } from './failing-run.ts'
import { mayMount, mountSmallDisk, type SmallDisk } from './full-disk.ts'
import { fillDisk } from './full-run.ts'
import { refuseStarts } from './refused-starts.ts'

const demo = inject('demo')
const MEGABYTES = 900

async function onSmallDisk<T>(work: (disk: SmallDisk) => Promise<T>): Promise<T> {
  const disk = await mountSmallDisk(MEGABYTES)
  return work(disk).finally(() => disk.forget())
}

// Small disks are mounted: that takes root, on Linux. Where it is not allowed, these say skipped.
describe.skipIf(!mayMount())('a small disk', () => {
  it('that is full refuses to save, in words and for a while, and everything else goes on', async () => {
    const result = await onSmallDisk((disk) => fillDisk(disk, demo))
    expect(result).toMatchObject({ unexplained: [], stood: [], disagreements: [], faults: [] })
    expect(Object.keys(result.statuses).filter((status) => Number(status) >= 500)).toEqual(['503', '507'])
    expect(result.recovery).toBeLessThan(10_000)
  })

  it('is seen to keep people from signing in when nothing was held back for that', async () => {
    // A log that has just been written back has room again for a few pages: then nobody is kept out, and it is tried anew.
    let stood: readonly string[] = []
    for (let n = 0; n < 5 && stood.length === 0; n += 1) {
      ;({ stood } = await onSmallDisk((disk) => fillDisk(disk, demo, 'no-reserve')))
    }
    expect(stood.join()).toContain('sign-in')
  })

  it('or folder that the server must stay away from is named in one sentence, with exit code 1', async () => {
    const starts = await onSmallDisk((disk) => refuseStarts(disk, demo))
    expect(starts.filter(({ asExpected }) => !asExpected)).toEqual([])
    expect(starts).toHaveLength(5)
  })
})

// strace is Debian's: where there is none, this says skipped.
it.skipIf(!hasStrace())('ends the server when a sync fails, and nothing that was acknowledged is gone', async () => {
  const result = await failSyncs(demo)
  expect(result).toMatchObject({ code: 1, acknowledgedAfter: 0, disagreements: [] })
  expect(result.said).toMatch(/^The disk of DATA_DIR fails \(SQLITE_IOERR_FSYNC\)/)
})
