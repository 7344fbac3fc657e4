import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCli } from '../testing/run-cli.ts'

vi.setConfig({ testTimeout: 300_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) => runCli(args, { INIT_CWD: folder, DATA_DIR: path.join(folder, 'data') })

it('every command prints its usage for --help and -h, and does nothing', async () => {
  const list = await run('--help')
  expect([list.code, list.err]).toEqual([0, ''])
  const names = [...list.out.matchAll(/^ {2}dangjian ([a-z-]+(?: (?:create|demo|parse|reset-\S+|verify))?)/gm)]
  expect(names.length).toBeGreaterThan(10)
  for (const [index, [, name = '']] of names.entries()) {
    const { code, out, err } = await run(...name.split(' '), index % 2 === 0 ? '--help' : '-h')
    expect([name, code, err]).toEqual([name, 0, ''])
    expect(out).toMatch(new RegExp(`^Usage: dangjian ${name} .+\n$`))
  }
  expect(await readdir(folder)).toEqual([])
})

it.each(['backup', 'backup verify', 'restore'])('%s takes no option for a folder', async (command) => {
  const { code, out, err } = await run(...command.split(' '), '--dry-run')
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(new RegExp(`^There is no option --dry-run.*\nUsage: dangjian ${command} DIR`))
  expect(await readdir(folder)).toEqual([])
})

it('a command that takes no arguments does nothing when it is given one', async () => {
  const { code, err } = await run('migrate', '--dry-run')
  expect([code, err]).toEqual([2, expect.stringContaining('It takes no arguments.\nUsage: dangjian migrate')])
  expect(await readdir(folder)).toEqual([])
})
