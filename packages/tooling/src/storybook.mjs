import { bootstrapAndRun } from './bootstrap.mjs'

await bootstrapAndRun('packages/tooling/src/start/storybook.ts', 'Storybook')
