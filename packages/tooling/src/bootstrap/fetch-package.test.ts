import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fetchPackage, verifyIntegrity } from './fetch-package.mjs'

const tarball = Buffer.from('what the registry sent')
const pinned = {
  name: 'pnpm',
  version: '10.34.8',
  integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usher-fetch-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a package with the pinned hash is accepted', () => {
  expect(() => verifyIntegrity(pinned, tarball)).not.toThrow()
})

it('a package that was changed on its way is refused, with a sentence that says what to check', () => {
  const changed = Buffer.concat([tarball, Buffer.from('!')])
  expect(() => verifyIntegrity(pinned, changed)).toThrow(
    /pnpm@10\.34\.8 was not unpacked, because its hash .* is not the pinned .* Check which registry/,
  )
})

it('a package that is there with the pinned hash is not fetched again', async () => {
  writeFileSync(join(folder, 'integrity.txt'), pinned.integrity)
  await expect(fetchPackage(pinned, folder)).resolves.toBe('present')
})

it('a package whose version does not exist fails with a sentence and leaves what was there', async () => {
  const target = join(folder, 'pnpm')
  mkdirSync(target)
  writeFileSync(join(target, 'integrity.txt'), 'sha512-of-the-last-version')
  const missing = { ...pinned, version: '0.0.0-never' }
  process.env.npm_config_offline = 'true'
  try {
    await expect(fetchPackage(missing, target)).rejects.toThrow(
      /could not be fetched from the npm registry: .*Check the network/,
    )
  } finally {
    delete process.env.npm_config_offline
  }
  await expect(fetchPackage({ ...pinned, integrity: 'sha512-of-the-last-version' }, target)).resolves.toBe(
    'present',
  )
})
