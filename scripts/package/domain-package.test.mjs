import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../paths.mjs'

const domain = path.join(root, 'packages/domain')
const readme = readFileSync(path.join(domain, 'README.md'), 'utf8')
const block = (language) => readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? ''

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  return { status, said: `${stdout ?? ''}${stderr ?? ''}${error ?? ''}` }
}

describe('the package of the domain', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dangjian-package-'))
  const project = path.join(folder, 'project')
  let tarball = ''
  beforeAll(() => {
    // In a copy: packing changes the package's face for a moment, and others may be working in the house.
    const copy = path.join(folder, 'house/packages/domain')
    const left = [path.join(domain, 'dist'), path.join(domain, 'node_modules')]
    cpSync(domain, copy, { recursive: true, filter: (from) => !left.includes(from) })
    symlinkSync(path.join(domain, 'node_modules'), path.join(copy, 'node_modules'))
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'house/node_modules'))
    for (const each of ['tsconfig.base.json', 'scripts'])
      cpSync(path.join(root, each), path.join(folder, 'house', each), { recursive: true })
    const before = readFileSync(path.join(copy, 'package.json'), 'utf8')
    const packed = run('npm', ['pack', '--pack-destination', folder], copy)
    expect(packed.status, packed.said).toBe(0)
    expect(readFileSync(path.join(copy, 'package.json'), 'utf8'), 'the face is taken off again').toBe(before)
    tarball = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is what publint asks of a package', () => {
    const { status, said } = run('publint', ['run', tarball, '--strict'], root)
    expect(status, said).toBe(0)
  })

  it('has types that resolve from every way of importing it', () => {
    const { status, said } = run('attw', [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color'], root)
    expect(status, said).toBe(0)
  })

  it('installs into an empty project without a network, and does there what its README shows', () => {
    mkdirSync(project)
    const zod = path.join(folder, 'zod')
    cpSync(realpathSync(path.join(domain, 'node_modules/zod')), zod, { recursive: true })
    writeFileSync(path.join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
    const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier']
    const installed = run('npm', ['install', ...quiet, tarball, zod], project)
    expect(installed.status, installed.said).toBe(0)
    expect(
      readdirSync(path.join(project, 'node_modules'))
        .filter((name) => !name.startsWith('.'))
        .toSorted(),
    ).toEqual(['@dangjian', 'zod'])
    writeFileSync(path.join(project, 'example.mjs'), block('js'))
    const shown = run(process.execPath, ['example.mjs'], project)
    expect(shown.said).toBe(block('text'))
  })

  it('shows that in ten lines, imports aside', () => {
    const lines = block('js')
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('import'))
    expect(lines.length).toBeLessThanOrEqual(10)
  })
})
