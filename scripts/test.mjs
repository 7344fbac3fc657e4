import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startPostgres } from '../packages/db/src/testing/embedded-postgres.ts'
import { checkSuites } from './check-suites.mjs'
import { workspaces } from './hash.mjs'
import { root } from './paths.mjs'
import { runSuites } from './suite.mjs'

/** Every package with tests; the journeys come last, when all that they stand on has been shown to hold. */
const tested = workspaces().filter(
  (folder) => JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')).scripts?.test,
)
const suites = [
  ...checkSuites,
  {
    name: 'domain-package',
    command: 'vitest',
    args: ['run', '--config', 'scripts/vitest.config.mjs', 'package/'],
    vitest: true,
  },
  {
    name: 'stories',
    command: 'vitest',
    args: ['run', '--config', 'stories/vitest.config.ts'],
    cwd: 'e2e',
    vitest: true,
  },
  {
    name: 'proof',
    command: 'vitest',
    args: ['run', '--config', 'proof/vitest.config.ts'],
    cwd: 'e2e',
    vitest: true,
  },
  ...tested.map((folder) => ({
    name: folder.replace('/', '-'),
    command: 'vitest',
    args: ['run'],
    cwd: folder,
    vitest: true,
  })),
]

// One PostgreSQL for all suites; each test makes a database of its own in it. Where it does not start, each says so itself.
const postgres = process.env.TEST_POSTGRES_URL ? undefined : await startPostgres().catch(() => undefined)
if (postgres) process.env.TEST_POSTGRES_URL = postgres.url
const only = process.argv.slice(2)
const chosen = only.length > 0 ? suites.filter(({ name }) => only.some((each) => name.includes(each))) : suites
process.exitCode = await runSuites(chosen, () => postgres?.stop())
