import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { tidyUpAtSignals } from '../../harness/leave-nothing.ts'
import { printFigures, zero } from '../figure.ts'
import { choice, count, database, readOptions } from '../options.ts'
import { doJobs } from './jobs-run.ts'

const { values } = readOptions(
  {
    name: 'proof:jobs',
    does: 'Kills imports, a publication and all jobs of the background at their statements, and starts them again.',
  },
  {
    every: count(1, 'they are killed at each so-many-th statement'),
    database,
    plant: choice(['no-transactions', 'keys-forgotten'], undefined, 'a fault that is planted to see that it is found'),
  },
)
tidyUpAtSignals()
const { every } = values
const postgres = values.database === 'postgres' ? await startPostgres() : undefined
try {
  const jobs = await doJobs({ postgres })
  const { statements, changed } = jobs
  const faults = [...jobs.faults]
  const otherwise: string[] = []
  let kills = 0
  for (let at = every; at < statements; at += every) {
    const ended = await jobs.killAt(at, values.plant)
    kills += 1
    process.stderr.write(`\rkilled at statement ${at} of ${statements} `)
    if (ended.otherwise.length > 0) otherwise.push(`killed at ${at}: ${ended.otherwise.join(', ')}`)
    faults.push(...ended.faults.map((fault) => `killed at ${at}: ${fault}`))
  }
  await jobs.forget()
  process.stderr.write('\n')
  for (const line of [...otherwise, ...faults].slice(0, 20)) process.stderr.write(`${line}\n`)
  const passed = printFigures({ proof: 'jobs', seed: 0, database: values.database }, [
    { figure: 'statements that write, begin or end', value: statements, target: 'as they come', pass: true },
    { figure: 'killed and started again', value: kills, target: 'more than 0', pass: kills > 0 },
    { figure: 'tables that the work changes', value: changed.length, target: 'more than 0', pass: changed.length > 0 },
    zero('ended otherwise than an uninterrupted run', otherwise.length),
    zero('faults of database, audit chain and files', faults.length),
  ])
  process.exitCode = passed ? 0 : 1
} finally {
  await postgres?.stop()
}
