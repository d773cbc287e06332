import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Count, type Stage, type StageContext, sumCounts } from './stage.ts'
import { runVitest } from './tools.ts'

/** The tests beside the sources of every package that has a vitest.config.ts. */
export const unitStage: Stage = {
  name: 'unit',
  title: 'unit tests of every package',
  needsChromium: true,
  run: async (context) => {
    const counts: Count[] = []
    for (const config of vitestConfigs(context.root)) {
      console.log(`\n${config}`)
      counts.push(await runOrCount(context, config))
    }
    return sumCounts(counts)
  },
}

async function runOrCount(context: StageContext, config: string): Promise<Count> {
  try {
    const count = await runVitest(context, config)
    return count.note ? { ...count, note: `${config}: ${count.note}` } : count
  } catch (error) {
    return { passed: 0, failed: 1, note: error instanceof Error ? error.message : String(error) }
  }
}

/** The packages' configurations and the apps', but for the one that is a stage of its own. */
const vitestConfigs = (root: string) =>
  ['packages', 'apps']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/vitest.config.ts`))
    .filter((config) => config !== 'apps/compat/vitest.config.ts' && existsSync(join(root, config)))
