import { stripVTControlCharacters } from 'node:util'
import type { Count } from './stage.ts'

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    status: string
    name: string
    message?: string
    assertionResults: { status: string; fullName?: string; failureMessages?: string[] | null }[]
  }[]
}

/** The part of Playwright's JSON report that is counted. */
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: { message?: string }[]
  suites?: PlaywrightSuite[]
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[]
  specs?: {
    title: string
    file: string
    ok: boolean
    tests: { status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

/** The part of turbo's run summary that is counted. */
export type TurboSummary = { tasks: { taskId: string; execution?: { exitCode?: number | null } | null }[] }

/**
 * Counts a vitest report. A file that could not be loaded counts as one failure, and so does an error outside of any
 * test. A skipped test is a failure: what did not run proves nothing.
 */
export function countVitest(report: VitestReport, code: number): Count {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failures = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => describeFailure(`${file.name} > ${test.fullName}`, test.failureMessages?.[0])),
  )
  return finish({
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    code,
    failures: [...failures, ...broken.map((file) => describeFailure(file.name, file.message))],
  })
}

/** Counts a Playwright report. A test that passed only when repeated is a failure, and so is a skipped one. */
export function countPlaywright(report: PlaywrightReport, code: number): Count {
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = specsOf(report.suites ?? []).filter(
    ({ ok, tests }) => !ok || tests.some((test) => test.status === 'flaky'),
  )
  const failures = failed.map(({ file, title, tests }) => {
    const errors = tests.flatMap((test) => test.results).flatMap((result) => result.error?.message ?? [])
    return describeFailure(`${file} > ${title}`, errors[0])
  })
  return finish({
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
    code,
    failures: [
      ...failures,
      ...report.errors.map((error) => describeFailure('outside of any test', error.message)),
    ],
  })
}

const specsOf = (suites: PlaywrightSuite[]): NonNullable<PlaywrightSuite['specs']> =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])])

/** Counts one check for each package task that turbo ran or took from its cache. */
export function countTurbo(summary: TurboSummary, code: number): Count {
  const tasks = summary.tasks.filter((task) => task.execution)
  const failures = tasks.filter((task) => task.execution?.exitCode !== 0).map((task) => task.taskId)
  const passed = tasks.length - failures.length
  return finish({ passed, failed: failures.length, skipped: 0, code, failures })
}

const linesOfAFailure = 12

/** A name and the first lines of what was said about it; the rest stands above, where it happened. */
function describeFailure(name: string, message = ''): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() && !/^ +at .*node_modules/.test(line))
  return [name, ...lines.slice(0, linesOfAFailure).map((line) => `  ${line}`)].join('\n')
}

function finish({ skipped, code, failures, ...numbers }: Finding): Count {
  const { passed, failed } = numbers
  const named = failures.length > 0 ? { failures } : {}
  if (skipped > 0) {
    return { passed, failed: failed + skipped, note: `${skipped} skipped, which counts as failed`, ...named }
  }
  if (failed === 0 && passed === 0) return { passed, failed: 1, note: 'nothing ran' }
  if (failed === 0 && code !== 0) {
    return { passed, failed: 1, note: `no test failed, but the exit code was ${code}` }
  }
  return { passed, failed, ...named }
}

type Finding = { passed: number; failed: number; skipped: number; code: number; failures: string[] }
