import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it('leaves to a process the exit code that it gives itself', () => {
  const file = new URL('embedded-postgres.ts', import.meta.url).href
  const script = `const { startPostgres } = await import('${file}')
    const postgres = await startPostgres()
    await postgres.stop()
    process.exitCode = 3`
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  expect(status).toBe(3)
}, 60_000)
