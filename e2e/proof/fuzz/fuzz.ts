import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { tidyUpAtSignals } from '../../harness/leave-nothing.ts'
import { asItComes, atLeast, printFigures, zero } from '../figure.ts'
import { count, database, partsOf, readOptions, seed } from '../options.ts'
import type { FindingKind } from './findings.ts'
import { runFuzz } from './fuzz-run.ts'
import { listProcedures } from './procedures.ts'

const { values } = readOptions(
  { name: 'proof:fuzz', does: 'Asks every procedure with all that a stranger could send.' },
  {
    each: count(2000, 'how many inputs of each kind a procedure is asked with'),
    database,
    seed,
    only: partsOf(
      listProcedures().map(({ path }) => path),
      [],
      'the procedures with that in their name',
    ),
  },
)
tidyUpAtSignals()
const { each } = values
const postgres = values.database === 'postgres' ? await startPostgres() : undefined
/** Each kind of finding is told once. */
const told = new Set<string>()
const result = await runFuzz({
  ...{ each, seed: values.seed, only: values.only },
  ...(postgres ? { postgresUrl: postgres.url } : {}),
  say: (done, of) => process.stderr.write(`\r${done} of ${of} rounds `),
  found: (finding) => {
    const kind = `${finding.kind} ${finding.path} ${finding.said.slice(0, 60)}`
    if (told.size < told.add(kind).size) process.stderr.write(`\n${JSON.stringify(finding)}\n`)
  },
}).finally(() => postgres?.stop())
process.stderr.write('\n')

const { findings, slow, logged, asked, procedures } = result
for (const each of slow) process.stderr.write(`slow: ${JSON.stringify(each)}\n`)
for (const line of new Set(logged.map((each) => each.replace(/"time":[^,]*,/, '')))) process.stderr.write(`${line}\n`)
process.stderr.write(`answers: ${JSON.stringify(result.statuses)}\n`)
process.stderr.write(`only refusals: ${result.neverAnswered.join(' ')}\n`)
const found = (kind: FindingKind): number => findings.filter((finding) => finding.kind === kind).length
const passed = printFigures({ proof: 'fuzz', seed: values.seed, database: values.database }, [
  asItComes('procedures', procedures),
  atLeast('inputs that the schemas take', asked.valid, each * procedures),
  atLeast('inputs tampered with', asked.mutated, each * procedures),
  asItComes('procedures that refused whatever was asked', result.neverAnswered.length),
  zero('answers of status 500 and above', found('server error')),
  zero('requests without an answer', found('unanswered')),
  zero('answers with a stack or SQL', found('tells its inside')),
  zero('answers that are not what the procedure declares', found('answers otherwise')),
  zero('inputs taken with keys that no schema names', found('takes unnamed keys')),
  zero('failures in the server’s log', logged.length),
  zero('times that the server ended', Number(result.ended)),
  zero('answers slower than 2 s', slow.length),
])
process.exitCode = passed ? 0 : 1
