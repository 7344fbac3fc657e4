import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { tidyUpAtSignals } from '../../harness/leave-nothing.ts'
import { asItComes, atMost, percentile, printFigures, zero } from '../figure.ts'
import { count, database, flag, readOptions, seed } from '../options.ts'
import { runBackup } from './backup-run.ts'

const { values } = readOptions(
  {
    name: 'proof:backup',
    does: 'Takes a backup under write load, restores it elsewhere and looks for what is missing.',
  },
  {
    database,
    open: flag('a backup that is not encrypted'),
    flips: count(60, 'how many bytes are changed, one at a time'),
    seconds: count(20, 'for how long the server is written to before'),
    seed,
  },
)
tidyUpAtSignals()
const { flips } = values
const postgres = values.database === 'postgres' ? await startPostgres({ durable: true }) : undefined
const result = await runBackup({
  ...{ seed: values.seed, flips, sealed: !values.open, before: values.seconds * 1000 },
  ...(postgres ? { postgres } : {}),
}).finally(() => postgres?.stop())

const { disagreements, faults, differing, signedOut, saves } = result
for (const { write, what } of disagreements.slice(0, 20)) process.stderr.write(`${what}: ${write}\n`)
for (const line of [...faults, ...differing, ...signedOut, ...result.flips.undetected])
  process.stderr.write(`${line}\n`)
const some = (figure: string, value: number) => ({ figure, value, target: 'more than 0', pass: value > 0 })
const p99 = percentile(saves.before, 0.99)
const passed = printFigures({ proof: 'backup', seed: values.seed, database: values.database }, [
  { figure: 'form', value: values.open ? 'in the open' : 'encrypted', target: 'as asked', pass: true },
  some('acknowledged before the backup began', result.acknowledgedBefore),
  some('acknowledged while it was taken', result.acknowledgedMeanwhile),
  zero('acknowledged before and not as it was after the restore', disagreements.length),
  zero('faults of database, audit chain and contents', faults.length),
  some('tables compared of a server at rest', result.tables),
  zero('of them not as they were', differing.length),
  some('accounts that signed in after the restore', result.signedIn),
  zero('accounts that could not', signedOut.length),
  {
    figure: 'bytes changed, one at a time',
    value: flips,
    target: `in ${result.flips.kinds.join(', ')}`,
    pass: flips > 0,
  },
  zero('of them unseen', result.flips.undetected.length),
  asItComes('the backup took, ms', result.backup),
  asItComes('the restore took, ms', result.restore),
  asItComes('saves before, p99 in ms', p99),
  atMost('saves while it was taken, p99 in ms', percentile(saves.meanwhile, 0.99), Math.round(p99 * 1.5)),
])
process.exitCode = passed ? 0 : 1
