import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['journeys/**/*.test.ts'],
    globalSetup: ['./harness/prepare.ts'],
    testTimeout: 240_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
})
