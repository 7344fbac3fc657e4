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

it('lists its commands for --help', async () => {
  const { code, out, err } = await run('--help')
  expect([code, err]).toEqual([0, ''])
  expect(out.match(/^ {2}dangjian .+/gm)?.length).toBeGreaterThan(10)
})

it.each([
  ['backup', '--help'],
  ['user create', '-h'],
  ['migrate', '--help'],
])('%s prints its usage for %s and does nothing', async (command, help) => {
  const { code, out, err } = await run(...command.split(' '), help)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(new RegExp(`^Usage: dangjian ${command} .+\n$`))
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
