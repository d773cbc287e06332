import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { measureEntry, type Size } from './measure.ts'

/** Bytes after gzip that an app may load. */
export const budgets = {
  /** For its sign-in page. */
  js: 46_000,
  css: 8_000,
  /** For its first phone field. */
  phoneMetadata: 30_000,
  /** For the first view of `UserProfile`, on top of the sign-in page. */
  profile: 30_000,
  /** For a section of it that is opened alone. */
  section: 12_000,
}

const signInEntry = `export { ClerkProvider, SignIn, useUser } from '@usher/react'`
const profileEntry = `export { ClerkProvider, SignIn, useUser, UserProfile } from '@usher/react'`
const phoneEntry = `export { PhoneField } from '@usher/primitives'`
const stylesEntry = `import '@usher/react/styles.css'`
const profileFolder = 'packages/components/src/user-profile'

/** One line of the size check. */
export type BudgetResult = { name: string; bytes: number; budget: number; isKept: boolean }

/** Weighs what a page loads, prints what is in the sign-in entry and in what is too large, and says which budgets are kept. */
export async function checkBudgets(root: string): Promise<BudgetResult[]> {
  const { js } = await measureEntry(root, signInEntry)
  const { css } = await measureEntry(root, stylesEntry)
  const { lazy } = await measureEntry(join(root, 'packages/components'), phoneEntry)
  printLargest(root, 'the sign-in entry', js)
  return [
    compare('sign-in entry, JavaScript', js.bytes, budgets.js),
    compare('@usher/react/styles.css', css.bytes, budgets.css),
    compare('metadata of phone numbers', lazy.bytes, budgets.phoneMetadata),
    ...(await checkProfile(root, js)),
  ]
}

async function checkProfile(root: string, signIn: Size): Promise<BudgetResult[]> {
  const { js, parts, opened } = await measureEntry(root, profileEntry)
  const first = opened(readFirstSections(root))
  const added = js.bytes - signIn.bytes + first.bytes
  const sections = parts.filter((part) => part.startsWith(`${profileFolder}/sections/`) && isSection(part))
  const sizes = [
    { name: 'the first view of UserProfile', size: { ...first, bytes: added }, budget: budgets.profile },
    ...sections.map((part) => ({
      name: relative(profileFolder, part),
      size: opened([part]),
      budget: budgets.section,
    })),
  ]
  for (const { name, size, budget } of sizes) if (size.bytes > budget) printLargest(root, name, size)
  return sizes.map(({ name, size, budget }) => compare(name, size.bytes, budget))
}

const isSection = (file: string) => file.endsWith('-section.tsx')

/** The sections of the page that opens first, as the registry of the profile names them. */
function readFirstSections(root: string): string[] {
  const registry = readFileSync(join(root, profileFolder, 'registry.ts'), 'utf8')
  const files = registry
    .split('defineSection(')
    .filter((section) => section.includes(`page: 'account'`))
    .flatMap((section) => /import\('\.\/(.+?)'\)/.exec(section)?.[1] ?? [])
  if (files.length === 0)
    throw new Error(`No section of the first page was found in ${profileFolder}/registry.ts.`)
  return files.map((file) => join(profileFolder, file))
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

function printLargest(root: string, name: string, { modules }: Size): void {
  console.log(`The ten largest modules of ${name}, in bytes before minification:`)
  for (const { id, bytes } of modules.slice(0, 10)) {
    console.log(
      `${bytes.toLocaleString('en').padStart(10)}  ${relative(root, id).replace(/^.*node_modules\//, '')}`,
    )
  }
}
