import { expect, it } from 'vitest'
import { findChromium, launch } from '../../harness/chromium.ts'
import { flameGraph } from './flame-graph.ts'
import { packageOf, timeBy } from './profile-table.ts'

const frame = (functionName: string, url: string) => ({
  ...{ functionName, url, scriptId: '1', lineNumber: 0, columnNumber: 0 },
})
/** A second in all: half of it idle, the rest in `listPeople`, in what that calls, and in itself called from there. */
const profile = {
  startTime: 0,
  endTime: 1_000_000,
  nodes: [
    { id: 1, callFrame: frame('(root)', ''), children: [2, 3] },
    { id: 2, callFrame: frame('(idle)', '') },
    { id: 3, callFrame: frame('listPeople', 'file:///home/packages/api/src/list-people.ts'), children: [4] },
    {
      id: 4,
      callFrame: frame('all', 'file:///home/node_modules/.pnpm/x/node_modules/better-sqlite3/all.js'),
      children: [5],
    },
    { id: 5, callFrame: frame('listPeople', 'file:///home/packages/api/src/list-people.ts') },
  ],
  samples: [2, 3, 4, 5],
  timeDeltas: [500_000, 100_000, 300_000, 100_000],
}

it('counts time by package, once where a package calls itself, and leaves out what is idle', () => {
  const rows = timeBy(profile, ({ url }) => packageOf(url)).filter(({ self }) => self > 0)
  expect(rows).toEqual([
    { name: 'better-sqlite3', self: 300, total: 400 },
    { name: 'packages/api', self: 200, total: 500 },
  ])
})

it('draws a flame graph in one page that asks nobody for anything', async () => {
  const browser = await launch(await findChromium())
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.route('http://flame.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: flameGraph('people.cpuprofile', JSON.stringify(profile)) }),
    )
    await page.goto('http://flame.test/')
    await page.getByText('people.cpuprofile').first().waitFor()
    await page.getByText('Left Heavy').waitFor()
    expect(asked.filter((url) => /^https?:/.test(url))).toEqual(['http://flame.test/'])
  } finally {
    await browser.close()
  }
}, 60_000)
