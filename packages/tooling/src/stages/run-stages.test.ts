import { expect, it } from 'vitest'
import { formatFailures, formatTable, formatTotal, runStages } from './run-stages.ts'
import type { Stage } from './stage.ts'

const context = { root: '/', env: {} }
const passing: Stage = { name: 'format', title: 'format', run: async () => ({ passed: 2, failed: 0 }) }
const failing: Stage = { name: 'build', title: 'build', run: async () => ({ passed: 1, failed: 1 }) }
const crashing: Stage = {
  name: 'unit',
  title: 'unit',
  run: async () => {
    throw new Error('vitest is not installed')
  },
}
const empty: Stage = { name: 'size', title: 'size', run: async () => ({ passed: 0, failed: 0 }) }
const dependent: Stage = {
  name: 'stranger',
  title: 'stranger',
  needs: ['build'],
  run: async () => ({ passed: 9, failed: 0 }),
}

it('a developer sees every failure in one run: a failed stage does not stop the next', async () => {
  const results = await runStages([failing, passing], context)
  expect(results).toMatchObject([
    { name: 'build', passed: 1, failed: 1 },
    { name: 'format', passed: 2, failed: 0 },
  ])
})

it('a stage that crashes counts as failed and says why', async () => {
  expect(await runStages([crashing], context)).toMatchObject([{ failed: 1, note: 'vitest is not installed' }])
})

it('a stage in which nothing ran counts as failed', async () => {
  expect(await runStages([empty], context)).toMatchObject([{ passed: 0, failed: 1, note: 'nothing ran' }])
})

it('a stage that needs a failed one does not run, and counts as failed', async () => {
  const results = await runStages([failing, dependent], context)
  expect(results[1]).toMatchObject({ passed: 0, failed: 1, note: 'did not run, because build failed' })
})

it('a stage whose need was not asked for runs', async () => {
  expect(await runStages([dependent], context)).toMatchObject([{ passed: 9, failed: 0 }])
})

it('the table names each stage, and the last line sums them up', () => {
  const results = [
    { name: 'format', passed: 1, failed: 0, seconds: 2.04 },
    { name: 'unit', passed: 120, failed: 3, seconds: 31.96 },
  ]
  expect(formatTable(results)).toBe(
    [
      'stage   passed  failed  seconds',
      'format       1       0      2.0',
      'unit       120       3     32.0',
    ].join('\n'),
  )
  expect(formatTotal(results)).toBe('121 passed, 3 failed')
})

it('what failed is said once more before the table', () => {
  const results = [
    { name: 'format', passed: 0, failed: 1, seconds: 1 },
    { name: 'types', passed: 1, failed: 0, seconds: 1 },
    {
      name: 'unit',
      passed: 1,
      failed: 2,
      seconds: 1,
      note: '1 skipped',
      failures: ['a.test.ts > signs in\n  no'],
    },
  ]
  expect(formatFailures(results)).toBe(
    'What failed\n\nformat:\n  its output is above\n\nunit:\n  1 skipped\n  a.test.ts > signs in\n    no\n',
  )
  expect(formatFailures(results.slice(1, 2))).toBe('')
})
