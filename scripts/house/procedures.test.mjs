import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { appRouter } from '../../packages/api/src/router.ts'
import { permissionTable } from '../../packages/domain/src/access/permission-table.ts'
import { root } from '../paths.mjs'
import { filesBelow, read } from './files.mjs'

const kebab = (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const procedures = Object.entries(appRouter._def.procedures)

describe('a procedure has one name everywhere', () => {
  it.each(procedures.map(([name]) => name))('%s', (name) => {
    const [wing, verb] = name.split('.')
    const { action } = appRouter._def.procedures[name]._def.meta ?? {}
    expect(action, 'its permission').toBe(`${wing}.${kebab(verb)}`)
    expect(Object.keys(permissionTable), 'its row in the permission table').toContain(action)
    expect(existsSync(path.join(root, 'packages/api/src', wing, `${kebab(verb)}.ts`)), 'its file').toBe(true)
  })

  it('no row of the permission table is about nothing', () => {
    const used = new Set(procedures.map(([, { _def }]) => _def.meta?.action))
    const elsewhere = filesBelow('packages/api/src', 'apps')
      .filter((file) => /\.tsx?$/.test(file))
      .map(read)
      .join('\n')
    // Uploads come by plain HTTP; their rows are named by the purpose of the file.
    const unused = Object.keys(permissionTable).filter(
      (action) => !used.has(action) && !action.startsWith('access.upload-') && !elsewhere.includes(`'${action}'`),
    )
    expect(unused).toEqual([])
  })
})
