import type { Stage } from './stage.ts'
import { runTurbo } from './tools.ts'

/** The TypeScript compiler over every package and app; each counts as one check. */
export const typesStage: Stage = {
  name: 'types',
  title: 'types of every package',
  run: (context) => runTurbo(context, 'typecheck'),
}
