import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isSafeSqlite } from './sqlite-version.ts'

const COMMITS = 50
const strace = spawnSync('strace', ['--version']).status === 0

describe('durability of the embedded database', () => {
  // strace is Debian's; where there is none, the pragma alone is checked (connectSqlite throws without FULL).
  it.skipIf(!strace)('syncs at least once a commit: counted, since the pragma can say FULL and not sync', () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'dangjian-fsync-'))
    const trace = path.join(dir, 'trace')
    const probe = fileURLToPath(new URL('fsync-probe.ts', import.meta.url))
    const run = spawnSync('strace', [
      ...['-f', '-qq', '-e', 'trace=fsync,fdatasync,write', '-e', 'signal=none', '-o', trace],
      ...[process.execPath, '--no-warnings', probe, path.join(dir, 'probe.db'), String(COMMITS)],
    ])
    expect(run.stderr.toString()).toBe('')
    const lines = readFileSync(trace, 'utf8').split('\n')
    const from = lines.findIndex((line) => line.includes('write(1, "BEGIN'))
    const to = lines.findIndex((line) => line.includes('write(1, "END'))
    const syncs = lines.slice(from, to).filter((line) => /\bf(data)?sync\(/.test(line)).length
    rmSync(dir, { recursive: true, force: true })
    expect(from).toBeGreaterThan(0)
    expect(to).toBeGreaterThan(from)
    expect(syncs).toBeGreaterThanOrEqual(COMMITS)
  })

  it('refuses the versions of SQLite that can corrupt a file when the log is reset', () => {
    expect(['3.7.0', '3.45.1', '3.51.2'].map(isSafeSqlite)).toEqual([false, false, false])
    expect(['3.51.3', '3.54.1', '4.0.0'].map(isSafeSqlite)).toEqual([true, true, true])
  })
})
