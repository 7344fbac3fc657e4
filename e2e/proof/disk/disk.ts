import { rm } from 'node:fs/promises'
import { writeDemo } from '../../harness/demo.ts'
import { tidyUpAtSignals } from '../../harness/leave-nothing.ts'
import { printFigures, zero } from '../figure.ts'
import { readOptions } from '../options.ts'
import { hasStrace } from '../power/system-calls.ts'
import { failSyncs } from './failing-run.ts'
import { mayMount, mountSmallDisk } from './full-disk.ts'
import { fillDisk } from './full-run.ts'
import { refuseStarts } from './refused-starts.ts'

readOptions(
  {
    name: 'proof:disk',
    does: 'Fills a disk, lets one fail and starts on folders to stay away from. Ends with 3 where it cannot be shown.',
  },
  {},
)
if (!hasStrace() || !mayMount()) {
  process.stderr.write(
    'proof:disk mounts small disks and lets syncs fail, which takes Linux, root and strace (apt-get install strace).\n',
  )
  process.exit(3)
}
tidyUpAtSignals()
const [seed, megabytes] = [0, 900]
const demo = await writeDemo()
const [full, other] = [await mountSmallDisk(megabytes), await mountSmallDisk(megabytes)]
try {
  const result = await fillDisk(full, demo)
  const failing = await failSyncs(demo)
  const starts = await refuseStarts(other, demo)
  for (const line of [...result.unexplained, ...result.stood, ...result.faults]) process.stderr.write(`${line}\n`)
  for (const { of, code, said } of starts) process.stderr.write(`${of} (${code}): ${said}\n`)
  const refused = (result.statuses[503] ?? 0) + (result.statuses[507] ?? 0)
  const recovery = Math.round(result.recovery)
  const lost = result.disagreements.length + failing.disagreements.length
  const passed = printFigures({ proof: 'disk', seed, database: 'sqlite' }, [
    {
      figure: 'refused with 503 or 507 while the disk was full',
      value: refused,
      target: 'more than 0',
      pass: refused > 0,
    },
    zero('answered with 500', result.statuses[500] ?? 0),
    zero('refused without a time to try again or a name', result.unexplained.length),
    zero('reading, health or sign-in that stood still', result.stood.length),
    {
      figure: 'saving again after there was room, ms',
      value: recovery,
      target: 'at most 10000',
      pass: recovery <= 10_000,
    },
    { figure: 'exit code when a sync fails', value: failing.code ?? -1, target: '1', pass: failing.code === 1 },
    zero('acknowledged after a sync had failed', failing.acknowledgedAfter),
    zero('acknowledged and lost', lost),
    zero('faults of the database', result.faults.length),
    zero('starts that went otherwise than said', starts.filter(({ asExpected }) => !asExpected).length),
  ])
  process.exitCode = passed ? 0 : 1
} finally {
  await full.forget()
  await other.forget()
  await rm(demo, { recursive: true, force: true })
}
