import { tidyUpAtSignals } from '../../harness/leave-nothing.ts'
import { printFigures } from '../figure.ts'
import { count, counts, flag, partsOf, readOptions, seed } from '../options.ts'
import { benchNames, runBench, type BenchSettings } from './bench-run.ts'
import { FULL_SIZE } from './fill.ts'
import { runTenfold, tenfoldNames } from './tenfold.ts'

const tenfold = process.argv.includes('--tenfold')
const { values } = readOptions(
  {
    name: 'bench',
    does: 'Measures how fast the built product is with an association’s people and a year of records, beside raw better-sqlite3\nand a bare HTTP server in the same run. Server and load share the machine.',
  },
  {
    tenfold: flag('what each path costs among so many people, and among ten times as many, turn by turn'),
    people: count(FULL_SIZE.people, 'how many people there are'),
    seconds: count(5, 'for how long each thing is measured'),
    concurrent: counts([1, 10, 50], 'how many ask at once (not with --tenfold)'),
    only: partsOf(tenfold ? tenfoldNames : benchNames, [], 'what has that in its name'),
    seed,
  },
)
tidyUpAtSignals()
const settings: BenchSettings = { ...values, say: (text) => void process.stderr.write(`${text}\n`) }
const figures = await (tenfold ? runTenfold(settings) : runBench(settings))
const facts = { proof: tenfold ? 'tenfold' : 'bench', seed: values.seed, database: 'sqlite' }
process.exitCode = printFigures(facts, figures) ? 0 : 1
