import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['stories/**/*.test.ts'],
    globalSetup: ['./stories/prepare.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
