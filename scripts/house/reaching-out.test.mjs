import { describe, expect, it } from 'vitest'
import { read } from './files.mjs'
import { reachesOut, runningSources } from './reaching-out.mjs'

/** Pages may ask the server they came from; nothing else asks anybody. Each with what it asks. */
const allowed = {
  'apps/admin/src/tasks/evidence-view.tsx': ['fetch'],
  'packages/door/src/early-answer.ts': ['fetch'],
  'packages/door/src/leaving-fetch.ts': ['fetch'],
  'packages/door/src/upload.ts': ['XMLHttpRequest'],
}

describe('nothing of ours fetches an address that somebody gave', () => {
  const sources = runningSources()

  it('since nothing asks another host at all', () => {
    expect(sources.length).toBeGreaterThan(500)
    const reaching = sources.filter(({ reaches }) => reaches.length > 0)
    expect(Object.fromEntries(reaching.map(({ file, reaches }) => [file, reaches]))).toEqual(allowed)
  })

  it('and the maker of PDFs, which could, is told to fetch nothing', () => {
    const makers = sources.map(({ file }) => file).filter((file) => /'pdfmake|'pdf-lib|'puppeteer/.test(read(file)))
    expect(makers).toEqual(['packages/formats/src/access/pdf-maker.ts'])
    expect(read(makers[0])).toContain('setUrlAccessPolicy(() => false)')
  })

  it.each([
    ['await fetch(input.url)', 'fetch'],
    ['const ask = globalThis.fetch', 'fetch'],
    ['navigator.sendBeacon(address, what)', 'sendBeacon'],
    ["import { request } from 'node:https'", 'node:https'],
    ["import http from 'http'", 'http'],
    ["const { connect } = await import('node:net')", 'node:net'],
    ["createRequire(import.meta.url)('undici')", 'undici'],
    ["require('undici')", 'undici'],
    ["export * from 'got'", 'got'],
    ['new WebSocket(`wss://${host}`)', 'WebSocket'],
    ["import type { IncomingMessage } from 'node:http'", undefined],
    ['const link = { fetch: leavingFetch }', undefined],
    ['function send(fetching: typeof fetch) {}', undefined],
  ])('and a planted one is found out: %s', (planted, found) => {
    expect(reachesOut(planted)).toEqual(found ? [found] : [])
  })
})
