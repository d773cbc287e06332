import { expect, it } from 'vitest'
import { countPlaywright, countTurbo, countVitest, type VitestReport } from './count-reports.ts'

const green: VitestReport = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', name: 'a.test.ts', assertionResults: [{ status: 'passed' }] }],
}

it('counts what vitest reports', () => {
  expect(countVitest(green, 0)).toEqual({ passed: 3, failed: 0 })
  expect(countVitest({ ...green, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
})

it('a test file that does not load is a failure', () => {
  const broken = { status: 'failed', name: 'b.test.ts', assertionResults: [] }
  expect(countVitest({ ...green, testResults: [broken] }, 1)).toMatchObject({ passed: 3, failed: 1 })
})

it('an error outside of any test is a failure', () => {
  expect(countVitest(green, 1)).toMatchObject({
    passed: 3,
    failed: 1,
    note: expect.stringContaining('exit code was 1'),
  })
})

it('a skipped test is a failure', () => {
  const report = { ...green, numPendingTests: 1, numTodoTests: 1 }
  expect(countVitest(report, 0)).toMatchObject({
    passed: 3,
    failed: 2,
    note: expect.stringContaining('2 skipped'),
  })
})

it('a run without a test is a failure', () => {
  const report = { ...green, numPassedTests: 0, testResults: [] }
  expect(countVitest(report, 0)).toEqual({ passed: 0, failed: 1, note: 'nothing ran' })
})

it('counts what Playwright reports, and takes a test that had to be repeated for a failure', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
  expect(countPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 5, failed: 2 })
})

it('a Playwright server that does not start is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(countPlaywright({ stats, errors: [{ message: 'web server' }] }, 1)).toMatchObject({
    passed: 0,
    failed: 1,
    failures: ['outside of any test\n  web server'],
  })
})

it('a developer reads at the end which test failed, and why', () => {
  const test = { status: 'failed', fullName: 'a user signs in', failureMessages: ['expected 200\n  got 500'] }
  const testResults = [{ status: 'failed', name: 'a.test.ts', assertionResults: [test] }]
  expect(countVitest({ ...green, numFailedTests: 1, testResults }, 1).failures).toEqual([
    'a.test.ts > a user signs in\n  expected 200\n    got 500',
  ])
  const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 }
  const results = [{ error: { message: '\u001b[31mnot visible\u001b[39m' } }]
  const spec = {
    title: 'signs in',
    file: 'a.spec.ts',
    ok: false,
    tests: [{ status: 'unexpected', results }],
  }
  expect(
    countPlaywright({ stats, errors: [], suites: [{ suites: [{ specs: [spec] }] }] }, 1).failures,
  ).toEqual(['a.spec.ts > signs in\n  not visible'])
})

it('counts one check a package that turbo worked on', () => {
  const tasks = [
    { taskId: '@usher/client#typecheck', execution: { exitCode: 0 } },
    { taskId: '@usher/hooks#typecheck', execution: { exitCode: 2 } },
    { taskId: '@usher/hooks#transit', execution: null },
  ]
  expect(countTurbo({ tasks }, 1)).toEqual({ passed: 1, failed: 1, failures: ['@usher/hooks#typecheck'] })
})
