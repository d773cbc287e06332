import { join, relative } from 'node:path'
import { measureEntry, type Size } from './measure.ts'

/** Bytes after gzip that an app may load for its sign-in page, and for its first phone field. */
export const budgets = { js: 49_000, css: 8_000, phoneMetadata: 30_000 }

const signInEntry = `export { ClerkProvider, SignIn, useUser } from '@usher/react'`
const phoneEntry = `export { PhoneField } from '@usher/primitives'`
const stylesEntry = `import '@usher/react/styles.css'`

/** One line of the size check. */
export type BudgetResult = { name: string; bytes: number; budget: number; isKept: boolean }

/** Weighs the sign-in entry and its style sheet, prints what is in them, and says whether the budgets are kept. */
export async function checkBudgets(root: string): Promise<BudgetResult[]> {
  const { js } = await measureEntry(root, signInEntry)
  const { css } = await measureEntry(root, stylesEntry)
  const { lazy } = await measureEntry(join(root, 'packages/components'), phoneEntry)
  printLargest(root, js)
  return [
    compare('sign-in entry, JavaScript', js.bytes, budgets.js),
    compare('@usher/react/styles.css', css.bytes, budgets.css),
    compare('metadata of phone numbers', lazy.bytes, budgets.phoneMetadata),
  ]
}

/** A result as a person reads it. */
export const formatBudget = ({ name, bytes, budget, isKept }: BudgetResult) =>
  `${isKept ? 'within' : 'OVER'} budget: ${name}: ${bytes.toLocaleString('en')} of ${budget.toLocaleString('en')} bytes gzip`

/** An empty bundle is a broken check, not a small one. */
export const compare = (name: string, bytes: number, budget: number): BudgetResult => ({
  name,
  bytes,
  budget,
  isKept: bytes > 0 && bytes <= budget,
})

function printLargest(root: string, { modules }: Size): void {
  console.log('The ten largest modules of the sign-in entry, in bytes before minification:')
  for (const { id, bytes } of modules.slice(0, 10)) {
    console.log(
      `${bytes.toLocaleString('en').padStart(10)}  ${relative(root, id).replace(/^.*node_modules\//, '')}`,
    )
  }
}
