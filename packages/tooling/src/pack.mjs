import { bootstrapAndRun } from './bootstrap.mjs'

await bootstrapAndRun('packages/tooling/src/pack/main.ts', 'packages')
