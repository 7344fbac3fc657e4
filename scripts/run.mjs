import { spawn, spawnSync } from 'node:child_process'
import os from 'node:os'
import { root, windows } from './paths.mjs'

/** Runs one step of setting up. All it says goes to standard error: standard output belongs to what the user asked for. */
export function setUp(command, args, { cwd = root, env = process.env, shell = windows } = {}) {
  const { status, error } = spawnSync(command, args, { cwd, env, shell, stdio: ['ignore', 2, 2] })
  return !error && status === 0
}

/** Runs what the user asked for, hands every signal on to it, and answers its exit code. */
export function run(command, args, { cwd = root, env = process.env, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: 'inherit' })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const pass = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    // npm ends at a signal together with its shell, which hands none on: who has lost their parent stops as well.
    const parent = process.ppid
    const watch = setInterval(() => process.ppid === parent || pass('SIGTERM'), 200)
    child.on('error', (error) => {
      process.stderr.write(`Could not start ${command}: ${error.message}\n`)
      resolve(127)
    })
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      for (const each of signals) process.off(each, pass)
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0))
    })
  })
}

export function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
