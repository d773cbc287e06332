import { bootstrapAndRun } from './bootstrap.mjs'

await bootstrapAndRun('packages/tooling/src/start/main.ts', 'server and demo')
