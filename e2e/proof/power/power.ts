import { rm } from 'node:fs/promises'
import { writeDemo } from '../../harness/demo.ts'
import { tidyUpAtSignals } from '../../harness/leave-nothing.ts'
import { printFigures } from '../figure.ts'
import { choice, count, readOptions, seed } from '../options.ts'
import { cutPower, type PowerResult } from './power-run.ts'
import { record, type RecordSettings } from './recording.ts'
import { hasStrace } from './system-calls.ts'

const { values } = readOptions(
  {
    name: 'proof:power',
    does: 'Builds what power cuts would leave and starts the server on it. Ends with 3 where it cannot be shown.',
  },
  {
    states: count(5000, 'how many states of the disk are examined'),
    seconds: count(10, 'for how long the server is recorded under load'),
    seed,
    plant: choice(['normal', 'unsynced-files'], undefined, 'a fault that is planted to see that it is found'),
  },
)
if (!hasStrace()) {
  process.stderr.write(
    'proof:power records with strace, which is not installed here: apt-get install strace (Linux only).\n',
  )
  process.exit(3)
}
tidyUpAtSignals()
const { states, plant } = values
const demo = await writeDemo()
try {
  const life = await examined(states * 0.9, {
    demo,
    milliseconds: values.seconds * 1000,
    ...(plant ? { plant } : {}),
  })
  const firstDay = await examined(states * 0.1, { milliseconds: 500, ...(plant ? { plant } : {}) })
  const both = (of: (result: PowerResult) => number): number => of(life) + of(firstDay)
  const lossy = both((result) => Object.values(result.lossy).reduce((sum, each) => sum + each, 0))
  const corrupt = both((result) => result.corrupt)
  for (const example of [...life.examples, ...firstDay.examples]) process.stderr.write(`${example}\n`)
  const perCommit = Math.round((life.syncs / life.commits) * 100) / 100
  const examinedStates = both((result) => result.states)
  const passed = printFigures({ proof: 'power', seed: values.seed, database: 'sqlite' }, [
    {
      figure: 'states after a power cut',
      value: examinedStates,
      target: `at least ${states}`,
      pass: examinedStates >= states,
    },
    { figure: 'acknowledged writes', value: life.acknowledged, target: 'more than 0', pass: life.acknowledged > 0 },
    { figure: 'states that lost something acknowledged', value: lossy, target: '0', pass: lossy === 0 },
    { figure: 'states that were not whole', value: corrupt, target: '0', pass: corrupt === 0 },
    { figure: 'syncs per commit', value: perCommit, target: 'at least 1', pass: perCommit >= 1 },
  ])
  process.exitCode = passed ? 0 : 1
} finally {
  await rm(demo, { recursive: true, force: true })
}

/** Four states a moment: nothing, everything, half and halves of sectors of what was not synced. */
async function examined(share: number, settings: RecordSettings): Promise<PowerResult> {
  const recording = await record(settings)
  const moments = Math.ceil(share / 4)
  const onMoment = (n: number): unknown => process.stderr.write(`\rpower cut ${n} of ${moments} `)
  const result = await cutPower(recording, { moments, seed: values.seed, onMoment }).finally(() => recording.forget())
  process.stderr.write('\n')
  return result
}
