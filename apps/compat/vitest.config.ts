import { nodeTests } from '@usher/tooling/vitest'
import { defineConfig } from 'vitest/config'

const { test: _, ...shared } = nodeTests()

export default defineConfig({
  ...shared,
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
