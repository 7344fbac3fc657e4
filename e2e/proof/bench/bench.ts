import { parseArgs } from 'node:util'
import { buildDoors } from '../../harness/build-doors.ts'
import { printFigures } from '../figure.ts'
import { runBench } from './bench-run.ts'
import { FULL_SIZE } from './fill.ts'

/**
 * `npm run bench -- [--people 100000] [--seconds 5] [--concurrent 1,10,50] [--only panorama,sign-in] [--seed 1]`: how
 * fast the built product is with an association's people and a year of records, beside raw better-sqlite3 and a bare
 * HTTP server in the same run. Server and load share the machine, as its processors' figures say.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: String(FULL_SIZE.people) },
    seconds: { type: 'string', default: '5' },
    concurrent: { type: 'string', default: '1,10,50' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
})
await buildDoors()
const seed = Number(values.seed)
const figures = await runBench({
  people: Number(values.people),
  seconds: Number(values.seconds),
  concurrent: values.concurrent.split(',').map(Number),
  only: values.only.split(',').filter(Boolean),
  seed,
  say: (text) => void process.stderr.write(`${text}\n`),
})
process.exitCode = printFigures({ proof: 'bench', seed, database: 'sqlite' }, figures) ? 0 : 1
