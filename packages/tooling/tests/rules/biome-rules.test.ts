import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../src/bootstrap.mjs'

const fixtures = join(root, 'packages/tooling/fixtures/biome')
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

type Report = { diagnostics: { category: string; severity: string; location: { path: string } }[] }
type Rules = Record<string, Record<string, unknown>>
type Settings = { linter: { rules: Rules }; overrides: { linter: { rules: Rules } }[] }

const settings: Settings = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))

/** The rules that biome.json names itself, besides the recommended ones. */
const namedRules = [settings.linter, ...settings.overrides.map((override) => override.linter)]
  .flatMap((linter) => Object.values(linter.rules))
  .flatMap((group) => (typeof group === 'object' ? Object.keys(group) : []))

let workspace: string
let report: Report

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'usher-rules-'))
  cpSync(join(root, 'biome.json'), join(workspace, 'biome.json'))
  for (const fixture of readdirSync(fixtures)) {
    for (const file of listFiles(fixture)) {
      cpSync(join(fixtures, fixture, file), join(workspace, file), { force: false, errorOnExist: true })
    }
  }
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.']
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: workspace, encoding: 'utf8' })
  report = JSON.parse(stdout)
}, 60_000)

afterAll(() => rmSync(workspace, { recursive: true, force: true }))

describe.each(readdirSync(fixtures))('a developer who breaks %s', (fixture) => {
  const rule = fixture.split('-')[0]

  it.each(listFiles(fixture).filter((file) => !file.endsWith('.json')))('is told so about %s', (file) => {
    const errors = report.diagnostics.filter(
      ({ category, severity, location }) =>
        severity === 'error' && category.endsWith(`/${rule}`) && location.path === file,
    )
    expect(errors).not.toEqual([])
  })
})

it('keeps a fixture for every rule that biome.json names', () => {
  const covered = new Set(readdirSync(fixtures).map((fixture) => fixture.split('-')[0]))
  expect([...new Set(namedRules)].filter((rule) => !covered.has(rule))).toEqual([])
})

it('keeps a fixture for every override that restricts imports', () => {
  const restricting = settings.overrides.filter(({ linter }) => linter.rules.style?.noRestrictedImports)
  const kept = readdirSync(fixtures).filter((fixture) => fixture.startsWith('noRestrictedImports-'))
  expect(kept.length).toBeGreaterThanOrEqual(restricting.length)
})

function listFiles(fixture: string): string[] {
  const files = readdirSync(join(fixtures, fixture), { recursive: true, encoding: 'utf8' })
  return files.map((file) => file.replaceAll('\\', '/')).filter((file) => /\.(tsx?|json)$/.test(file))
}
