import { testEnvironment } from '../bootstrap/environment.mjs'
import { root } from '../bootstrap.mjs'
import { ensureChromium } from './ensure-chromium.ts'
import { stages } from './list.ts'
import { formatFailures, formatTable, formatTotal, runStages } from './run-stages.ts'
import type { Stage } from './stage.ts'

const context = { root, env: testEnvironment(process.env) }

/** Runs the stages that the command line names, all of them when it names none. */
async function main(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    const known = stages.map((stage) => stage.name).join(', ')
    console.error(`There is no stage ${unknown.join(', ')}. Use npm test -- <stage> with one of: ${known}.`)
    return 1
  }
  const chosen = stages.filter((stage) => names.length === 0 || names.includes(stage.name))
  const results = await runStages(chosen.map(withChromium), context)
  console.log(`\n${formatFailures(results)}\n${formatTable(results)}\n\n${formatTotal(results)}`)
  return results.some((result) => result.failed > 0) ? 1 : 0
}

function withChromium(stage: Stage): Stage {
  if (!stage.needsChromium) return stage
  return {
    ...stage,
    run: async (given) => {
      await ensureChromium(given)
      return stage.run(given)
    },
  }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(signal, () => {
    console.error('\nStopped before the end.')
    setTimeout(() => process.exit(code), 300)
  })
}

process.exitCode = await main(process.argv.slice(2))
