import { buildStage } from './build.ts'
import { formatStage } from './format.ts'
import { rulesStage } from './rules.ts'
import { sizeStage } from './size.ts'
import type { Stage } from './stage.ts'
import { typesStage } from './types.ts'
import { unitStage } from './unit.ts'
import { unusedStage } from './unused.ts'

/** Every stage of `npm test`, in the order in which they run. */
export const stages: Stage[] = [
  formatStage,
  typesStage,
  rulesStage,
  unitStage,
  buildStage,
  sizeStage,
  unusedStage,
]
