import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, windows } from './paths.mjs'

const results = path.join(root, '.results')
/** A suite that hangs has failed. */
const LIMIT_MS = 50 * 60_000

/**
 * Runs one suite and answers what passed and failed. Its result lies in `.results/<name>.json`. A suite that crashed, or
 * that ran nothing, has failed.
 */
export async function runSuite({ name, command, args, cwd = '.', vitest = false }) {
  mkdirSync(results, { recursive: true })
  const file = path.join(results, `${name}.json`)
  rmSync(file, { force: true })
  process.stdout.write(`\n── ${name}\n`)
  const begun = Date.now()
  const reporters = vitest ? ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`] : []
  const code = await ended(command, [...args, ...reporters], path.join(root, cwd))
  const counted = vitest ? vitestCounts(file) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  if (counted.passed + counted.failed === 0) counted.failed = 1
  if (code !== 0 && counted.failed === 0) counted.failed = 1
  const result = { name, ...counted, seconds: Math.round((Date.now() - begun) / 1000) }
  if (!vitest) writeFileSync(file, JSON.stringify(result))
  return result
}

/** Counts each test, and each file that did not even load. */
function vitestCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + (numTodoTests ?? 0),
  }
}

function ended(command, args, cwd) {
  return new Promise((resolve) => {
    const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }
    const child = spawn(command, args, { cwd, env, shell: windows, stdio: ['ignore', 'inherit', 'inherit'] })
    const late = setTimeout(() => {
      process.stdout.write(`Stopped after ${LIMIT_MS / 60_000} minutes.\n`)
      child.kill('SIGKILL')
    }, LIMIT_MS)
    child.on('error', (error) => {
      process.stdout.write(`${error.message}\n`)
      clearTimeout(late)
      resolve(127)
    })
    child.on('exit', (code) => {
      clearTimeout(late)
      resolve(code ?? 1)
    })
  })
}

/** Runs suites one after the other, then says how each went and ends with one line that sums them all. Answers the exit code. */
export async function runSuites(suites, finish = async () => undefined) {
  const ran = []
  for (const suite of suites) ran.push(await runSuite(suite))
  await finish()
  const sum = (key) => ran.reduce((total, each) => total + each[key], 0)
  process.stdout.write('\n')
  for (const { name, passed, failed, skipped, seconds } of ran) {
    const more = [...(failed ? [`${failed} FAILED`] : []), ...(skipped ? [`${skipped} skipped`] : [])].join(', ')
    process.stdout.write(
      `${name.padEnd(22)} ${String(passed).padStart(5)} passed  ${String(seconds).padStart(4)} s  ${more}\n`,
    )
  }
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`)
  return sum('failed') === 0 ? 0 : 1
}
