import { oneCheck, type Stage } from './stage.ts'
import { runTool } from './tools.ts'

/** Files, exports and dependencies that nothing uses, by knip. */
export const unusedStage: Stage = {
  name: 'unused',
  title: 'unused files, exports and dependencies',
  run: async (context) =>
    oneCheck(await runTool(context, 'knip', ['--config=packages/tooling/knip.json', '--no-progress'])),
}
