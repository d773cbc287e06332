import { checkBudgets, formatBudget } from '../size/budgets.ts'
import type { Stage } from './stage.ts'

/** The bytes that pages load, against their budgets. */
export const sizeStage: Stage = {
  name: 'size',
  title: 'bytes of the sign-in entry, its styles and the profile',
  run: async ({ root }) => {
    const results = await checkBudgets(root)
    for (const result of results) console.log(formatBudget(result))
    const failures = results.filter((result) => !result.isKept).map(formatBudget)
    return { passed: results.length - failures.length, failed: failures.length, failures }
  },
}
