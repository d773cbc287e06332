import { measureClient } from './client.ts'
import { measureImport } from './import-users.ts'
import type { Measure } from './measure.ts'
import { measureMemory } from './memory.ts'
import { measureSignIn } from './sign-in.ts'
import { measureStart } from './start.ts'

const measures: Record<string, Measure> = {
  start: measureStart,
  memory: measureMemory,
  client: measureClient,
  'sign-in': measureSignIn,
  import: measureImport,
}

/** Runs the measures that are named, or all of them, one after another. Returns the exit code. */
async function main(names: string[]): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(measures, name))
  if (unknown !== undefined) {
    console.error(`There is no measure "${unknown}". There are ${Object.keys(measures).join(', ')}.`)
    return 1
  }
  let isKept = true
  for (const [name, measure] of Object.entries(measures)) {
    if (names.length > 0 && !names.includes(name)) continue
    const { title, lines, verdict } = await measure()
    console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`)
    if (verdict) console.log(`  ${verdict.isKept ? 'within' : 'OVER'} budget: ${verdict.text}`)
    isKept &&= verdict?.isKept ?? true
  }
  return isKept ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
