import { strangerStage } from '../stranger/stranger.ts'
import { buildStage } from './build.ts'
import { formatStage } from './format.ts'
import { rulesStage } from './rules.ts'
import { sizeStage } from './size.ts'
import type { Stage } from './stage.ts'
import { runPlaywright, runVitest } from './tools.ts'
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
  vitestStage('stories', 'every story as a test in Chromium, with axe', '.storybook/vitest.config.ts'),
  playwrightStage('e2e', 'a person in the demo', 'apps/demo/playwright.config.ts'),
  vitestStage('compat', 'the unmodified npm clients against this server', 'apps/compat/vitest.config.ts'),
  strangerStage,
  unusedStage,
]

/** A stage that runs one vitest configuration in a browser. */
function vitestStage(name: string, title: string, config: string): Stage {
  return { name, title, needsChromium: true, run: (context) => runVitest(context, config) }
}

/** A stage that runs one Playwright configuration. */
function playwrightStage(name: string, title: string, config: string): Stage {
  return { name, title, needsChromium: true, run: (context) => runPlaywright(context, config) }
}
