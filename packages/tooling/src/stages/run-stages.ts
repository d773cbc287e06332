import type { Count, Stage, StageContext } from './stage.ts'

/** One row of the table at the end. */
export type StageResult = Count & { name: string; seconds: number }

/**
 * Runs stages one after another. A stage that fails or crashes does not stop the others; one that needs a failed
 * stage fails without running.
 */
export async function runStages(stages: Stage[], context: StageContext): Promise<StageResult[]> {
  const results: StageResult[] = []
  for (const [index, stage] of stages.entries()) {
    console.log(`\n── ${index + 1}/${stages.length} ${stage.name}: ${stage.title}`)
    const started = performance.now()
    const count = await countOf(stage, context, results)
    const result = { ...count, name: stage.name, seconds: (performance.now() - started) / 1000 }
    console.log(describeResult(result))
    results.push(result)
  }
  return results
}

/** The table at the end: stage, passed, failed, seconds. */
export function formatTable(results: StageResult[]): string {
  const rows = results.map(({ name, passed, failed, seconds }) => [
    name,
    String(passed),
    String(failed),
    seconds.toFixed(1),
  ])
  const table = [['stage', 'passed', 'failed', 'seconds'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
  return table.map((row) => row.map(pad).join('  ')).join('\n')
}

/** What failed, stage by stage, to be read without searching the output; empty when nothing did. */
export function formatFailures(results: StageResult[]): string {
  const blocks = results
    .filter(({ failed }) => failed > 0)
    .map(({ name, note, failures = [] }) => {
      const details = [...(note ? [note] : []), ...failures]
      const said = details.length > 0 ? details : ['its output is above']
      return [`${name}:`, ...said.map((detail) => detail.replace(/^/gm, '  '))].join('\n')
    })
  return blocks.length > 0 ? `What failed\n\n${blocks.join('\n\n')}\n` : ''
}

/** The very last line of `npm test`. */
export function formatTotal(results: StageResult[]): string {
  const sum = (pick: (result: StageResult) => number) => results.reduce((total, row) => total + pick(row), 0)
  return `${sum((row) => row.passed)} passed, ${sum((row) => row.failed)} failed`
}

async function countOf(stage: Stage, context: StageContext, before: StageResult[]): Promise<Count> {
  const missing = stage.needs?.find((name) => before.some((row) => row.name === name && row.failed > 0))
  if (missing) return { passed: 0, failed: 1, note: `did not run, because ${missing} failed` }
  try {
    const count = await stage.run(context)
    if (count.passed + count.failed > 0) return count
    return { passed: 0, failed: 1, note: 'nothing ran' }
  } catch (error) {
    return { passed: 0, failed: 1, note: error instanceof Error ? error.message : String(error) }
  }
}

function describeResult({ name, passed, failed, seconds, note }: StageResult): string {
  const outcome = `${name}: ${passed} passed, ${failed} failed in ${seconds.toFixed(1)} s`
  return note ? `${outcome} (${note})` : outcome
}
