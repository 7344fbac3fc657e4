import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'

/** Processes whose environment names the folder. */
function processesOf(folder: string): number {
  const environments = readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      return [readFileSync(`/proc/${pid}/environ`, 'utf8')]
    } catch {
      return []
    }
  })
  return environments.filter((each) => each.includes(`DATA_DIR=${folder}`)).length
}

it.skipIf(process.platform !== 'linux')('leaves neither server nor folder when it is ended by a signal', async () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'bench-interrupted-'))
  const bench = spawn(process.execPath, ['bench.ts', '--people', '400'], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: place },
    stdio: 'ignore',
  })
  try {
    const ended = new Promise<number | null>((resolve) => bench.on('close', resolve))
    await expect.poll(() => processesOf(place), { timeout: 120_000 }).toBe(1)
    bench.kill('SIGTERM')
    expect(await ended).toBe(143)
    await expect.poll(() => processesOf(place)).toBe(0)
    expect(readdirSync(place).filter((name) => name.startsWith('dangjian-'))).toEqual([])
  } finally {
    bench.kill('SIGKILL')
    rmSync(place, { recursive: true, force: true })
  }
})
