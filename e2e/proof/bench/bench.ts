import { parseArgs } from 'node:util'
import { buildDoors } from '../../harness/build-doors.ts'
import { printFigures } from '../figure.ts'
import { runBench, type BenchSettings } from './bench-run.ts'
import { FULL_SIZE } from './fill.ts'
import { runTenfold } from './tenfold.ts'

/**
 * `npm run bench -- [--people 100000] [--seconds 5] [--concurrent 1,10,50] [--only panorama,sign-in] [--seed 1]`: how
 * fast the built product is with an association's people and a year of records, beside raw better-sqlite3 and a bare
 * HTTP server in the same run. Server and load share the machine, as its processors' figures say. With `--tenfold`: what
 * each path costs among so many people, and among ten times as many with ten times the records, turn by turn.
 */
const { values } = parseArgs({
  options: {
    tenfold: { type: 'boolean', default: false },
    people: { type: 'string', default: String(FULL_SIZE.people) },
    seconds: { type: 'string', default: '5' },
    concurrent: { type: 'string', default: '1,10,50' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
})
await buildDoors()
const seed = Number(values.seed)
const settings: BenchSettings = {
  people: Number(values.people),
  seconds: Number(values.seconds),
  concurrent: values.concurrent.split(',').map(Number),
  only: values.only.split(',').filter(Boolean),
  seed,
  say: (text) => void process.stderr.write(`${text}\n`),
}
const figures = await (values.tenfold ? runTenfold(settings) : runBench(settings))
const proof = values.tenfold ? 'tenfold' : 'bench'
process.exitCode = printFigures({ proof, seed, database: 'sqlite' }, figures) ? 0 : 1
