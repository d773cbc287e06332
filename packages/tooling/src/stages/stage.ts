/** What one stage, or one part of it, found out. */
export type Count = {
  passed: number
  failed: number
  /** In one line what the numbers leave open. */
  note?: string
  /** What failed: a name, and below it what was said about it. */
  failures?: string[]
}

/** What a stage is given: where the repository is, and the environment its tools run in. */
export type StageContext = { root: string; env: NodeJS.ProcessEnv }

/** One step of `npm test`. */
export type Stage = {
  /** The word after `npm test --`. */
  name: string
  /** What it checks, in a few words. */
  title: string
  /** True when it opens a browser. */
  needsChromium?: boolean
  /** Stages whose failure leaves this one nothing to work on. */
  needs?: string[]
  run(context: StageContext): Promise<Count>
}

/** The sum of several counts; notes and failures are joined. */
export function sumCounts(counts: Count[]): Count {
  const notes = counts.flatMap((count) => count.note ?? [])
  const failures = counts.flatMap((count) => count.failures ?? [])
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
    ...(failures.length > 0 ? { failures } : {}),
  }
}

/** The count of a check that only says yes or no; 0 is yes. */
export const oneCheck = (code: number): Count => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })
