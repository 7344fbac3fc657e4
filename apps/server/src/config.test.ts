import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('settings by environment', () => {
  it('have a default each, and an empty variable counts as not set', () => {
    expect(readConfig({ PORT: '' }, '/srv')).toMatchObject({ port: 8080, host: '127.0.0.1', dataDir: '/srv/data' })
  })

  it('name every wrong one at once, with what it should be', () => {
    const wrong = { PORT: 'eighty', DATABASE_URL: 'mysql://x', DEMO: 'maybe', TRUSTED_PROXY: 'proxy.example' }
    expect(() => readConfig(wrong, '/srv')).toThrow(/PORT must be a number/)
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong, '/srv')).toThrow(new RegExp(`${name} must`))
  })
})
