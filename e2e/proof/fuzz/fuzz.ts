import { parseArgs } from 'node:util'
import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { asItComes, atLeast, printFigures, zero } from '../figure.ts'
import type { FindingKind } from './findings.ts'
import { runFuzz } from './fuzz-run.ts'

/** `npm run proof:fuzz -- [--each 2000] [--database sqlite|postgres] [--seed 1] [--only training.]`: every procedure, asked with all that a stranger could send. */
const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '2000' },
    database: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
  },
})
const [seed, each] = [Number(values.seed), Number(values.each)]
const postgres = values.database === 'postgres' ? await startPostgres() : undefined
/** Each kind of finding is told once. */
const told = new Set<string>()
const result = await runFuzz({
  ...{ each, seed, only: values.only },
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
const count = (kind: FindingKind): number => findings.filter((finding) => finding.kind === kind).length
const passed = printFigures({ proof: 'fuzz', seed, database: values.database }, [
  asItComes('procedures', procedures),
  atLeast('inputs that the schemas take', asked.valid, each * procedures),
  atLeast('inputs tampered with', asked.mutated, each * procedures),
  asItComes('procedures that refused whatever was asked', result.neverAnswered.length),
  zero('answers of status 500 and above', count('server error')),
  zero('requests without an answer', count('unanswered')),
  zero('answers with a stack or SQL', count('tells its inside')),
  zero('answers that are not what the procedure declares', count('answers otherwise')),
  zero('inputs taken with keys that no schema names', count('takes unnamed keys')),
  zero('failures in the server’s log', logged.length),
  zero('times that the server ended', Number(result.ended)),
  asItComes('answers slower than 2 s', slow.length),
])
process.exitCode = passed ? 0 : 1
