import { root } from '../bootstrap.mjs'
import { checkImports, formatViolation } from './check-imports.ts'

const violations = checkImports(root)
for (const violation of violations) console.error(formatViolation(violation))
console.log(
  violations.length === 0 ? 'Every import obeys the rules.' : `${violations.length} imports break a rule.`,
)
process.exitCode = violations.length === 0 ? 0 : 1
