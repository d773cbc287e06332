import { oneCheck, type Stage } from './stage.ts'
import { runTool } from './tools.ts'

/** Format, lint rules and import order of every file, by biome. */
export const formatStage: Stage = {
  name: 'format',
  title: 'format and lint',
  run: async (context) =>
    oneCheck(await runTool(context, 'biome', ['check', '--error-on-warnings', '--max-diagnostics=200'])),
}
