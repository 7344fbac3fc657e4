import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, inject, it } from 'vitest'
import '../prepare.ts'
import type { Figure } from '../figure.ts'
import { runBench, type BenchSettings } from './bench-run.ts'
import { runTenfold } from './tenfold.ts'
import { compare, timingNames } from './timing.ts'

/** On a small folder and for moments: what is shown is that the bench sees, and not how fast anything is. */
const small = { people: 400, seconds: 0.3, seed: 1, demo: inject('demo'), say: () => undefined }
const LIST = 'people by Chinese name'

const bench = (settings: Partial<BenchSettings>) => runBench({ ...small, concurrent: [10], only: [LIST], ...settings })
const missed = (figures: readonly Figure[]) => figures.flatMap(({ figure, pass }) => (pass ? [] : [figure]))

describe.skipIf(process.platform !== 'linux')('the bench', () => {
  it('prints every figure, and nothing is answered with an error', async () => {
    const figures = await bench({ only: [] })
    const gone = [
      ...['course page', 'cadre’s home', 'society’s task list', 'panorama', 'whole quiz attempt'],
      ...['durable single save', 'sign-in', LIST, 'people, filtered', 'people, page 1 of the list by pinyin'],
      ...['people by a part of their name', 'people, a page far down the list by pinyin', 'people, how many in all'],
    ]
    const measures = ['a second', 'p50, ms', 'p95, ms', 'p99, ms', 'processors of the server', 'errors']
    const wanted = [
      ...gone.flatMap((name) => measures.map((what) => `${name}, at 10: ${what}`)),
      ...['bare HTTP server', 'raw better-sqlite3 writes'].map((name) => `${name}, at 10: a second`),
      ...['memory under that load, MiB', 'ready after a warm start, ms'],
      ...timingNames.map((name) => `${name}: medians apart, ms`),
      ...['first visit to a course page, KB', 'first visit to a course page, requests'],
      ...['first', 'second'].flatMap((visit) =>
        ['readable', 'usable'].map((what) => `course page by a cheap phone on 3G, ${visit} visit: ${what}, ms`),
      ),
      ...['export of a year of the audit log', 'import of 400 lines of a spreadsheet, written'].flatMap((name) =>
        ['event loop delay p99, ms', 'memory grown, MiB', 'errors'].map((what) => `${name}: ${what}`),
      ),
    ]
    const names = figures.map(({ figure }) => figure)
    expect(wanted.filter((name) => !names.includes(name))).toEqual([])
    expect(figures.filter(({ value }) => typeof value === 'number' && !Number.isFinite(value))).toEqual([])
    expect(missed(figures).filter((name) => name.endsWith('errors'))).toEqual([])
  })

  it('is content with a short list, and sees a server that is held up at each request', async () => {
    const late = `${LIST}, at 10: p99, ms`
    // A machine that is busy with other things is late as well: then it is looked at again.
    let misses = missed(await bench({}))
    for (let n = 0; n < 4 && misses.includes(late); n += 1) misses = missed(await bench({}))
    expect(misses).not.toContain(late)
    const held = await bench({ plant: 'slow', only: [LIST, 'sign-in'] })
    expect(missed(held)).toEqual(expect.arrayContaining([late, 'sign-in, at 10: a second']))
  })

  it('sees answers that take longer than those they must look like', async () => {
    const at = (milliseconds: number) => () => pause(milliseconds)
    const pair = { name: 'two answers', times: 20, within: 2 }
    expect(await compare({ ...pair, one: at(1), other: at(6) })).toMatchObject({ pass: false })
  })

  it('sees answers that are errors', async () => {
    expect(missed(await bench({ plant: 'errors' }))).toContain(`${LIST}, at 10: errors`)
  })

  it('sees a list that costs more among ten times as many, and nothing in what does not', async () => {
    const list = 'people, page 1 of the list by pinyin'
    const figures = await runTenfold({ ...small, seconds: 1, only: [list, 'sign-in'], withoutIndex: true })
    const valueOf = (name: string) => Number(figures.find(({ figure }) => figure.startsWith(name))?.value)
    const times = 'times the cost among ten times as many'
    expect(missed(figures)).toContain(`${list}: ${times}`)
    expect(valueOf(`sign-in: ${times}`)).toBeLessThan(valueOf(`${list}: ${times}`))
    expect(missed(figures).filter((name) => name.endsWith('errors'))).toEqual([])
  })
})
