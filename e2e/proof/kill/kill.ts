import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { tidyUpAtSignals } from '../../harness/leave-nothing.ts'
import { percentile, printFigures } from '../figure.ts'
import { count, database, readOptions, seed } from '../options.ts'
import { runKills } from './kill-run.ts'

const { values } = readOptions(
  { name: 'proof:kill', does: 'Kills the server under write load and looks for what was lost or took effect twice.' },
  {
    kills: count(200, 'how many times the server is killed'),
    writes: count(1, 'each life lasts on until so many writes are acknowledged in all'),
    database,
    seed,
  },
)
tidyUpAtSignals()
const postgres = values.database === 'postgres' ? await startPostgres({ durable: true }) : undefined
const result = await runKills({
  kills: values.kills,
  writes: values.writes,
  seed: values.seed,
  ...(postgres ? { postgres } : {}),
  onCrash: (n, acknowledged) => process.stderr.write(`\rcrash ${n} of ${values.kills}, ${acknowledged} acknowledged `),
}).finally(() => postgres?.stop())
process.stderr.write('\n')

const { disagreements, faults } = result
for (const { write, what } of disagreements.slice(0, 20)) process.stderr.write(`${what}: ${write}\n`)
for (const fault of faults) process.stderr.write(`${fault}\n`)
const found = (...kinds: string[]): number => disagreements.filter(({ what }) => kinds.includes(what)).length
const restart = Math.round(percentile(result.restarts, 0.99))
const passed = printFigures(
  { proof: values.writes > 1 ? 'writes' : 'kill', seed: values.seed, database: values.database },
  [
    { figure: 'crashes', value: result.kills, target: `${values.kills}`, pass: result.kills === values.kills },
    {
      figure: 'acknowledged writes',
      value: result.acknowledged,
      target: `at least ${values.writes}`,
      pass: result.acknowledged >= values.writes,
    },
    { figure: 'tried again', value: result.retried, target: 'as they come', pass: true },
    {
      figure: 'acknowledged and lost',
      value: found('lost', 'behind', 'changed'),
      target: '0',
      pass: found('lost', 'behind', 'changed') === 0,
    },
    {
      figure: 'in effect twice or beyond what was sent',
      value: found('twice', 'ahead'),
      target: '0',
      pass: found('twice', 'ahead') === 0,
    },
    { figure: 'faults of database and audit chain', value: faults.length, target: '0', pass: faults.length === 0 },
    { figure: 'ready again, ms at p99', value: restart, target: 'at most 3000', pass: restart <= 3000 },
  ],
)
process.exitCode = passed ? 0 : 1
