import { checkImports, formatViolation } from '../rules/check-imports.ts'
import { type Stage, sumCounts } from './stage.ts'
import { runVitest } from './tools.ts'

/** The import rules over the whole repository, and the kept fixtures that prove that each rule still bites. */
export const rulesStage: Stage = {
  name: 'rules',
  title: 'import rules, and a fixture that breaks each rule',
  run: async (context) => {
    const violations = checkImports(context.root)
    const failures = violations.map(formatViolation)
    for (const failure of failures) console.error(failure)
    const imports = failures.length > 0 ? { passed: 0, failed: 1, failures } : { passed: 1, failed: 0 }
    return sumCounts([imports, await runVitest(context, 'packages/tooling/vitest.rules.config.ts')])
  },
}
