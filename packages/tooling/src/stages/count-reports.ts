import type { Count } from './stage.ts'

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; name: string; assertionResults: { status: string }[] }[]
}

/** The part of Playwright's JSON report that is counted. */
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: { message?: string }[]
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
  ).length
  const skipped = report.numPendingTests + report.numTodoTests
  return finish({ passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped, code })
}

/** Counts a Playwright report. A test that passed only when repeated is a failure, and so is a skipped one. */
export function countPlaywright(report: PlaywrightReport, code: number): Count {
  const { expected, unexpected, flaky, skipped } = report.stats
  return finish({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped, code })
}

/** Counts one check for each package task that turbo ran or took from its cache. */
export function countTurbo(summary: TurboSummary, code: number): Count {
  const tasks = summary.tasks.filter((task) => task.execution)
  const passed = tasks.filter((task) => task.execution?.exitCode === 0).length
  return finish({ passed, failed: tasks.length - passed, skipped: 0, code })
}

function finish({
  passed,
  failed,
  skipped,
  code,
}: {
  passed: number
  failed: number
  skipped: number
  code: number
}): Count {
  if (skipped > 0) {
    return { passed, failed: failed + skipped, note: `${skipped} skipped, which counts as failed` }
  }
  if (failed === 0 && passed === 0) return { passed, failed: 1, note: 'nothing ran' }
  if (failed === 0 && code !== 0) {
    return { passed, failed: 1, note: `no test failed, but the exit code was ${code}` }
  }
  return { passed, failed }
}
