import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../harness/folders.ts'

/** One measured thing beside what it has to be. A target is never tuned to what was measured. */
export interface Figure {
  readonly figure: string
  readonly value: number | string
  readonly target: string
  readonly pass: boolean
}

const rounded = (value: number): number => Math.round(value * 10) / 10

/** Measured for being read beside the others: nothing is asked of it. */
export function asItComes(figure: string, value: number): Figure {
  return { figure, value: rounded(value), target: 'as it comes', pass: true }
}

export function atMost(figure: string, value: number, bound: number): Figure {
  return { figure, value: rounded(value), target: `at most ${bound}`, pass: value <= bound }
}

export function atLeast(figure: string, value: number, bound: number): Figure {
  return { figure, value: rounded(value), target: `at least ${Math.round(bound)}`, pass: value >= bound }
}

export function zero(figure: string, value: number): Figure {
  return { figure, value, target: '0', pass: value === 0 }
}

/** What holds for every figure of a run: with it the run can be repeated. */
export interface RunFacts {
  readonly proof: string
  readonly seed: number
  readonly database: string
}

/** A line as it is printed: the figure, and under what it was measured. */
export interface PrintedFigure extends Figure, RunFacts {
  readonly commit: string
  readonly versions: { readonly dangjian: string; readonly node: string }
  readonly machine: string
  /** How many processes wanted its processors over the last five minutes, ours among them. */
  readonly load: number
  /** When it was printed, in ISO 8601. */
  readonly at: string
}

/** Prints a JSON line a figure on standard output and, for people, a table on standard error. Answers whether all passed. */
export function printFigures(facts: RunFacts, figures: readonly Figure[]): boolean {
  const around = {
    ...facts,
    commit: commitOf(),
    versions: { dangjian: productVersion(), node: process.versions.node },
    machine: machineKind(),
    load: rounded(os.loadavg()[1] ?? 0),
    at: new Date().toISOString(),
  }
  for (const figure of figures) {
    process.stdout.write(`${JSON.stringify({ ...figure, ...around } satisfies PrintedFigure)}\n`)
  }
  const width = Math.max(...figures.map(({ figure }) => figure.length))
  for (const { figure, value, target, pass } of figures) {
    process.stderr.write(
      `${pass ? 'ok  ' : 'MISS'} ${figure.padEnd(width)}  ${String(value).padStart(12)}  (${target})\n`,
    )
  }
  return figures.every(({ pass }) => pass)
}

function productVersion(): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version
}

function commitOf(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

function machineKind(): string {
  const processors = os.cpus()
  return `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.platform()}`
}

/** The p-th percentile (0 to 1) of some measurements, by nearest rank. */
export function percentile(measured: readonly number[], p: number): number {
  const sorted = measured.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0
}
