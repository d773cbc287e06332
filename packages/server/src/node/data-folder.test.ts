import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOrMakeSecret } from './data-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-folder-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the first start makes a secret that nobody else may read, and the next start finds it', async () => {
  const secret = await readOrMakeSecret(folder)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  expect(await readOrMakeSecret(folder)).toBe(secret)
})

test.each(['', '\n', 'changeme'])(
  'S64: a secret file that holds %j is refused, and left as it is',
  async (text) => {
    await writeFile(join(folder, 'secret'), text)
    await expect(readOrMakeSecret(folder)).rejects.toThrow(/secret in .* has fewer than 32 characters/)
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(text)
  },
)

test('servers that start at the same moment never work with two secrets', async () => {
  const starts = await Promise.allSettled(Array.from({ length: 20 }, () => readOrMakeSecret(folder)))
  const secrets = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
  expect(new Set(secrets)).toEqual(new Set([await readOrMakeSecret(folder)]))
})
