import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder, readOrMakeSecret } from './data-folder.ts'

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
  const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrMakeSecret(folder)))
  expect(new Set(secrets)).toEqual(new Set([await readOrMakeSecret(folder)]))
  expect(await readdir(folder)).toEqual(['secret'])
})

test('a data folder is made with those above it, for its owner alone', async () => {
  const data = join(folder, 'a', 'b')
  await openDataFolder(data)
  expect((await stat(data)).mode & 0o777).toBe(0o700)
  await openDataFolder(data)
})

test.each(['/proc/usher', '/proc/1/usher/data', '/dev/null/usher'])(
  'a data folder at %s, where none can be, is refused at once',
  async (data) => {
    await expect(openDataFolder(data)).rejects.toThrow(
      `The data folder ${data} (USHER_DATA) cannot be written. Name a folder that may be, or one that does not exist yet.`,
    )
  },
)
