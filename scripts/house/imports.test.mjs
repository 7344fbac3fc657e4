import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../paths.mjs'
import { importRules, imports } from './cruise.mjs'

/** It once looked at nothing and found nothing wrong. */
const LEAST_MODULES = 400

describe('who may import whom', () => {
  it('holds in the whole house', async () => {
    const { modules, violations } = await imports(root, ['packages', 'apps', 'e2e', 'scripts'])
    expect(violations.map(({ text }) => text)).toEqual([])
    expect(modules).toBeGreaterThan(LEAST_MODULES)
  })
})

/** For each rule one file that breaks it, and what that file says. */
const probes = {
  'domain-imports-zod-only': ['packages/domain/src/access/probe.ts', "import 'node:fs'"],
  'db-imports-domain-and-drivers-only': ['packages/db/src/access/probe.ts', "import 'react'"],
  'formats-imports-domain-and-parsers-only': [
    'packages/formats/src/tasks/probe.ts',
    "import '../../../db/src/there.ts'",
  ],
  'api-imports-domain-db-formats-only': ['packages/api/src/access/probe.ts', "import '../../../ui/src/there.ts'"],
  'ui-knows-no-business-word': ['packages/ui/src/probe.tsx', "import '../../domain/src/there.ts'"],
  'door-imports-domain-and-ui-only': ['packages/door/src/probe.ts', "import '../../db/src/there.ts'"],
  'pages-import-domain-ui-door-only': [
    'apps/admin/src/access/probe.tsx',
    "import '../../../../packages/db/src/there.ts'",
  ],
  'browsers-import-the-type-of-the-api-only': [
    'apps/school/src/app/probe.ts',
    "import { it } from '../../../../packages/api/src/router.ts'\nit()",
  ],
  'browsers-know-the-router-only': [
    'packages/door/src/probe-type.ts',
    "import type { it } from '../../api/src/there.ts'\nexport type X = typeof it",
  ],
  'server-shows-nothing': ['apps/server/src/http/probe.ts', "import '../../../admin/src/there.ts'"],
  'nothing-stands-on-an-app': ['packages/formats/src/access/probe.ts', "import '../../../../apps/server/src/there.ts'"],
  'wings-meet-outside': ['packages/api/src/tasks/probe.ts', "import '../training/there.ts'"],
  'tests-stay-out': ['packages/db/src/organisation/probe.ts', "import './there.test.ts'"],
  'no-circles': ['packages/ui/src/circle-back.ts', "import { a } from './circle.ts'\nexport const b = () => a()"],
  'no-unresolvable': ['apps/server/src/files/probe.ts', "import './nowhere.ts'"],
}

/** What is allowed and looks as if it were not. */
const innocent = {
  'apps/admin/src/app/innocent.ts':
    "import type { it } from '../../../../packages/api/src/router.ts'\nexport type X = typeof it",
  'packages/api/src/tasks/innocent.ts': "import '../organisation/there.ts'\nimport '../../../db/src/there.ts'",
  'packages/api/src/panorama/innocent.ts': "import '../training/there.ts'",
  'packages/domain/src/tasks/innocent.ts': "import 'zod'",
  'packages/ui/src/innocent.ts': "import type { A } from './circle-by-type.ts'\nexport const it = 0 as unknown as A",
  'packages/db/src/access/innocent.test.ts': "import './there.test.ts'",
}

describe('a probe for each rule', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dangjian-probe-'))
  const plant = (file, text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), `${text}\n`)
  }
  let found = []
  beforeAll(async () => {
    for (const name of ['zod', 'react']) {
      plant(`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`)
      plant(`node_modules/${name}/index.js`, 'module.exports = {}')
    }
    const there = ['packages/db', 'packages/domain', 'packages/ui', 'packages/api', 'apps/admin', 'apps/server']
    for (const floor of there) plant(`${floor}/src/there.ts`, 'export const it = () => 0')
    for (const wing of ['training', 'organisation']) plant(`packages/api/src/${wing}/there.ts`, 'export const it = 0')
    plant('packages/api/src/router.ts', 'export const it = () => 0')
    plant('packages/db/src/organisation/there.test.ts', 'export const it = 0')
    plant('packages/db/src/access/there.test.ts', 'export const it = 0')
    plant('packages/ui/src/circle.ts', "import { b } from './circle-back.ts'\nexport const a = () => b()")
    plant('packages/ui/src/circle-by-type.ts', "import { it } from './innocent.ts'\nexport type A = typeof it")
    for (const [file, text] of [...Object.values(probes), ...Object.entries(innocent)]) plant(file, text)
    found = (await imports(folder, ['packages', 'apps'])).violations
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(importRules.map(({ name }) => name))('%s speaks up when it is broken', (name) => {
    const [file] = probes[name] ?? []
    expect(file, `No probe breaks ${name}`).toBeDefined()
    expect(found.filter(({ rule }) => rule === name).map(({ from }) => from)).toContain(file)
  })

  it.each(Object.keys(innocent))('%s is let be', (file) => {
    expect(found.filter(({ from }) => from === file).map(({ text }) => text)).toEqual([])
  })
})
