import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dependencyFingerprint, installDependencies } from './dependencies.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'usher-dependencies-'))
  mkdirSync(join(root, 'packages/client'), { recursive: true })
  mkdirSync(join(root, 'apps'))
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'node_modules/.modules.yaml'), '{}')
  writeFileSync(join(root, 'package.json'), '{}')
  writeFileSync(join(root, 'pnpm-lock.yaml'), 'lockfileVersion: 9')
  writeFileSync(join(root, 'packages/client/package.json'), '{}')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A pnpm that does nothing but end with an exit code. */
function fakePnpm(code: number) {
  const pnpm = join(root, `pnpm-${code}.cjs`)
  writeFileSync(pnpm, `process.exit(${code})`)
  return { root, env: process.env, pnpm, node: process.execPath }
}

it('somebody who starts a second time does not wait for pnpm', async () => {
  await expect(installDependencies(fakePnpm(0))).resolves.toBe('installed')
  await expect(installDependencies(fakePnpm(1))).resolves.toBe('unchanged')
})

it('somebody who pulls a new dependency gets it', async () => {
  await installDependencies(fakePnpm(0))
  const before = dependencyFingerprint(root)
  writeFileSync(join(root, 'packages/client/package.json'), '{"dependencies":{}}')
  expect(dependencyFingerprint(root)).not.toBe(before)
  await expect(installDependencies(fakePnpm(0))).resolves.toBe('installed')
})

it('somebody who deleted node_modules gets it back', async () => {
  await installDependencies(fakePnpm(0))
  rmSync(join(root, 'node_modules/.modules.yaml'))
  await expect(installDependencies(fakePnpm(0))).resolves.toBe('installed')
})

it('a failed install says what to do, and is tried again the next time', async () => {
  await expect(installDependencies(fakePnpm(1))).rejects.toThrow(/pnpm install --frozen-lockfile failed/)
  await expect(installDependencies(fakePnpm(0))).resolves.toBe('installed')
})
