import { bootstrapAndRun } from './bootstrap.mjs'

await bootstrapAndRun('packages/tooling/src/stages/main.ts', 'checks and tests')
