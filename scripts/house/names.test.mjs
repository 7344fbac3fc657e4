import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { workspaces } from '../hash.mjs'
import { root } from '../paths.mjs'
import { filesBelow, foldersIn, read } from './files.mjs'

const sources = filesBelow('packages', 'apps', 'e2e', 'scripts').filter((file) => /\.(ts|tsx|mjs|css)$/.test(file))
const FORBIDDEN = /^(utils?|helpers?|common|misc|lib|types?|services?|managers?|shared|stuff)$/

/** Tables of words and of columns and migrations are read by looking up, not from end to end. */
const LOOKED_UP = /(words|tables|entities)\.ts$|\/migrations\/|\.module\.css$|styles\.css$|\/demo\//
const LONGEST = 300
const LONGEST_TEST = 400

describe('names', () => {
  it('say what a thing is: no drawer for odds and ends', () => {
    const bad = sources.filter((file) => file.split('/').some((part) => FORBIDDEN.test(part.replace(/\..*$/, ''))))
    expect(bad).toEqual([])
  })

  it('are kebab-case', () => {
    const parts = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|stories|module|config|build|d))*\.(ts|tsx|mjs|css)$/
    expect(sources.filter((file) => !parts.test(path.basename(file)))).toEqual([])
  })

  it('stand at most five folders deep', () => {
    expect(sources.filter((file) => file.split('/').length > 6)).toEqual([])
  })

  it('no barrels: only a wing of the domain and the migrations have an index', () => {
    const bad = sources.filter(
      (file) =>
        /\/index\.tsx?$/.test(file) && !/^packages\/(domain\/src\/[a-z]+|db\/src\/migrations)\/index\.ts$/.test(file),
    )
    expect(bad).toEqual([])
  })
})

describe('files', () => {
  it(`have at most ${LONGEST} lines (tests ${LONGEST_TEST}): over it, look for the missing noun`, () => {
    const long = sources.flatMap((file) => {
      if (LOOKED_UP.test(file)) return []
      const lines = read(file).split('\n').length
      return lines > (/\.test\./.test(file) ? LONGEST_TEST : LONGEST) ? [`${file}: ${lines}`] : []
    })
    expect(long).toEqual([])
  })

  it('silence no checker without saying why', () => {
    // A line may be excused from a rule that the line above explains; types never are, and `any` is for the linter to find.
    const silenced = /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable(?!-next-line [a-z])/
    expect(sources.filter((file) => /\.tsx?$/.test(file) && silenced.test(read(file)))).toEqual([])
  })

  it('tests are run: whoever has some has a test command', () => {
    const forgotten = workspaces().filter((folder) => {
      const has = sources.some((file) => file.startsWith(`${folder}/`) && /\.test\.tsx?$/.test(file))
      return has && !JSON.parse(read(`${folder}/package.json`)).scripts?.test
    })
    expect(forgotten).toEqual([])
  })
})

describe('the wings', () => {
  const WINGS = ['access', 'organisation', 'tasks', 'training', 'panorama']
  const beside = {
    'packages/db': ['connection', 'migrations', 'testing'],
    'packages/formats': ['testing'],
    'packages/api': ['testing'],
    'packages/door': [],
    'apps/admin': ['app'],
    'apps/school': ['app'],
  }
  it('stand in the domain', () => {
    expect(foldersIn('packages/domain/src').toSorted()).toEqual(WINGS.toSorted())
  })

  it.each(Object.keys(beside))('of %s are those of the domain, room for room', (floor) => {
    const own = foldersIn(`${floor}/src`).filter((name) => !beside[floor].includes(name))
    const strange = own.filter((name) => !existsSync(path.join(root, 'packages/domain/src', name)))
    const rooms = own.flatMap((wing) => foldersIn(`${floor}/src/${wing}`).map((room) => `${wing}/${room}`))
    const homeless = rooms.filter((room) => !existsSync(path.join(root, 'packages/domain/src', room)))
    expect([...strange, ...homeless]).toEqual([])
  })
})

describe('shared parts', () => {
  const parts = filesBelow('packages/ui/src').filter(
    (file) => file.endsWith('.tsx') && !/\.(stories|test)\./.test(file),
  )
  /** Pieces of a part that no page imports by itself are shown by that part's story. */
  const pages = filesBelow('apps', 'packages/door')
    .filter((file) => /\.tsx?$/.test(file))
    .map(read)
    .join('\n')
  /** What draws nothing of its own: the kit's own parts, settings and words. */
  const plain = new Set([
    'kit',
    'icons',
    'form',
    'hooks',
    'notify',
    'theme',
    'ui-context',
    'ui-provider',
    'ui-words',
    'date-format',
    'rich-text',
    'chart-option',
    'typed-ahead',
  ])

  it('have a story each', () => {
    const without = parts.filter((file) => {
      const name = path.basename(file, '.tsx')
      return (
        !plain.has(name) &&
        pages.includes(`@dangjian/ui/${name}'`) &&
        !existsSync(path.join(root, file.replace('.tsx', '.stories.tsx')))
      )
    })
    expect(without).toEqual([])
  })
})
