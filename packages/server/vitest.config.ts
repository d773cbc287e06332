import { nodeTests } from '@usher/tooling/vitest'
import { defineConfig } from 'vitest/config'

const databaseTests = ['src/stores/**/*.test.ts', 'tests/*.test.ts']
// Some tests start the real command several times, on machines that do other things too.
const patience = 30_000
const { test: _, ...shared } = nodeTests()
const setupFiles = process.env['USHER_ANSWERS'] ? ['tests/support/record-answers.ts'] : []

/** One run tests everything on SQLite, and what touches the database on a real PostgreSQL too. */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'sqlite',
          environment: 'node',
          testTimeout: patience,
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          provide: { postgres: '' },
          setupFiles,
        },
      },
      {
        ...shared,
        test: {
          name: 'postgresql',
          environment: 'node',
          testTimeout: patience,
          include: databaseTests,
          globalSetup: 'tests/support/postgres-setup.ts',
        },
      },
    ],
  },
})
