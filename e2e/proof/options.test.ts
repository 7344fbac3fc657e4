import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { choice, count, counts, flag, partsOf, understand } from './options.ts'

const command = { name: 'proof:ship', does: 'Sinks it.' }
const options = {
  holes: count(3, 'how many holes'),
  at: counts([1, 10], 'how deep'),
  sea: choice(['calm', 'rough'], 'calm', 'what it sails on'),
  plant: choice(['cork'], undefined, 'what is planted'),
  only: partsOf(['people, filtered', 'people, all', 'sign-in'], [], 'what is looked at'),
  open: flag('with its hatches open'),
}
const given = (...args: string[]) => understand(command, options, args)

it('reads what is given, and what holds without', () => {
  const fallbacks = { holes: 3, at: [1, 10], sea: 'calm', plant: undefined, only: [], open: false }
  expect(given()).toEqual({ values: fallbacks, operands: [] })
  const args = [
    '--holes',
    '7',
    '--at=2,50',
    '--sea',
    'rough',
    '--plant',
    'cork',
    '--only',
    'people, filtered,sign',
    '--open',
  ]
  const only = ['people, filtered', 'sign']
  expect(given(...args)).toEqual({
    values: { holes: 7, at: [2, 50], sea: 'rough', plant: 'cork', only, open: true },
    operands: [],
  })
})

it('says each option with what it takes, what it is for and what holds without', () => {
  const help = given('--holes', 'x', '--help')
  expect(help).toMatchObject({ code: 0 })
  const text = 'text' in help ? help.text : ''
  expect(text).toContain('Usage: npm run proof:ship -- [OPTION …]\nSinks it.\n')
  expect(text).toMatch(/--holes N +how many holes \(3\)\n/)
  expect(text).toMatch(/--sea calm\|rough +what it sails on \(calm\)\n/)
  expect(text).toMatch(/--open +with its hatches open\n/)
})

it.each([
  [['--hole', '2'], 'There is no option --hole.'],
  [['--constructor'], 'There is no option --constructor.'],
  [['--holes', 'abc'], '"abc" is not what is wanted: --holes takes a whole number of at least 1.'],
  [['--holes', '0'], '"0" is not what is wanted: --holes takes a whole number of at least 1.'],
  [['--holes', '1.5'], '"1.5" is not what is wanted: --holes takes a whole number of at least 1.'],
  [['--holes'], '--holes takes a whole number of at least 1.'],
  [['--holes', '--open'], '"--open" is not what is wanted: --holes takes a whole number of at least 1.'],
  [['--at', '1,'], '"1," is not what is wanted: --at takes whole numbers of at least 1, with commas between.'],
  [['--sea', 'dry'], '"dry" is not what is wanted: --sea takes one of calm, rough.'],
  [
    ['--only', 'sign-in,nonsense'],
    '"sign-in,nonsense" is not what is wanted: --only takes parts of these names: people, filtered; people, all; sign-in.',
  ],
  [['--open=yes'], '"yes" is not what is wanted: --open takes nothing.'],
  [['7'], '"7" is no option.'],
])('says of %j what is wrong, and the usage after it', (args, sentence) => {
  const said = given(...args)
  expect(said).toMatchObject({ code: 2 })
  expect('text' in said ? said.text.split('\n\n')[0] : '').toBe(sentence)
  expect('text' in said ? said.text : '').toContain('Usage: npm run proof:ship')
})

it('takes names besides the options where it asks for them, and then at least one', () => {
  const page = { ...command, operands: 'FILE …' }
  expect(understand(page, {}, ['a.jsonl', 'b.jsonl'])).toEqual({ values: {}, operands: ['a.jsonl', 'b.jsonl'] })
  expect(understand(page, {}, [])).toMatchObject({ code: 2 })
})

const commands = [
  ...['kill', 'backup', 'disk', 'power', 'jobs', 'fuzz'].map((name) => `${name}/${name}.ts`),
  ...['bench/bench.ts', 'bench/profile.ts', 'page.ts'],
]
const run = (file: string, option: string) =>
  spawnSync(process.execPath, [file, option], { cwd: import.meta.dirname, encoding: 'utf8' })

it.each(commands)('%s does nothing when it is asked for what it does not know', (file) => {
  const { status, stdout, stderr } = run(file, '--nonsense')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^There is no option --nonsense\.\n\nUsage: npm run /)
})

it('says its usage on standard output when that is asked for', () => {
  const { status, stdout, stderr } = run('page.ts', '--help')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^Usage: npm run proof:page -- \[OPTION …\] FILE …\n/)
})
