import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { root } from '../bootstrap.mjs'
import { runTool } from '../stages/tools.ts'
import { type Answer, compare } from './compare.ts'
import { differences, readListed } from './listed.ts'
import { readSpecifications } from './specification.ts'

const document = 'apps/docs/wire-deviations.md'
const usage =
  'Name the folder with fapi-<date>.yml and bapi-<date>.yml: pnpm --filter @usher/tooling openapi FOLDER'

/** Runs the server's tests on SQLite and keeps what the server answered in them. */
async function record(folder: string): Promise<void> {
  const context = { root, env: { ...process.env, USHER_ANSWERS: folder } }
  const code = await runTool(context, 'vitest', ['run', '--project', 'sqlite'], 'packages/server')
  if (code !== 0) throw new Error('A test of the server failed: mend it first, its output is above.')
}

const readAnswers = (folder: string): Answer[] =>
  readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line))

/** @param recorded a folder with the answers of a run before */
async function main([folder, recorded]: string[]): Promise<number> {
  if (!folder || !existsSync(folder)) {
    console.error(usage)
    return 2
  }
  const specifications = readSpecifications(resolve(folder))
  const answersFolder = recorded ?? mkdtempSync(join(tmpdir(), 'usher-answers-'))
  if (!recorded) await record(answersFolder)
  const answers = readAnswers(answersFolder)
  if (!recorded) rmSync(answersFolder, { recursive: true })
  const { findings, checked } = compare(specifications, answers)
  const listed = readListed(readFileSync(join(root, document), 'utf8'))
  const { fresh, gone } = differences([...findings.keys()], listed)
  for (const line of fresh) {
    const { versions = new Set<string>(), where = '' } = findings.get(line) ?? {}
    console.error(`new: \`${line}\` (${[...versions].join(', ')}; ${where})`)
  }
  for (const line of gone) console.error(`no more: \`${line}\``)
  console.log(
    `${answers.length} answers, held ${checked} times against a schema: ${findings.size} deviations, ${fresh.length} of them not listed.`,
  )
  if (fresh.length + gone.length === 0) return 0
  console.error(`Mend the server, or list each in ${document} with its reason, and no other.`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
