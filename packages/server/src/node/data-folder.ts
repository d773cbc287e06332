import { randomBytes } from 'node:crypto'
import { access, chmod, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SettingsError } from './settings/server-settings.ts'

const shortestSecret = 32

/** Makes the data folder when it is missing; throws a sentence when it cannot be written. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch {
    throw new SettingsError(`The data folder ${folder} (USHER_DATA) cannot be written.`)
  }
}

/** The secret of the instance, made and kept in the data folder at the first start. Throws a sentence when it is short. */
export async function readOrMakeSecret(folder: string): Promise<string> {
  const file = join(folder, 'secret')
  const secret = (await readSecret(file)) ?? (await makeSecret(file))
  if (secret.length >= shortestSecret) return secret
  throw new SettingsError(
    `The secret in ${file} has fewer than ${shortestSecret} characters: put back the one that belongs to this database, or delete the file when the database is new.`,
  )
}

async function readSecret(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new SettingsError(`The secret in ${file} cannot be read: ${codeOf(error)}.`)
  }
}

/** Never writes over a secret: of two processes that start at once, the second takes what the first has made. */
async function makeSecret(file: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  try {
    await writeFile(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return (await readSecret(file)) ?? ''
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

export type Keys = { publishable_key: string; secret_key: string }

/** The keys that a development server keeps for its developers; null before the first start. */
export async function readKeys(folder: string): Promise<Keys | null> {
  const text = await readFile(keysFile(folder), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    throw new SettingsError(`${keysFile(folder)} is not valid JSON; delete it to have new keys made.`)
  }
}

export const writeKeys = (folder: string, keys: Keys): Promise<void> =>
  writePrivate(keysFile(folder), `${JSON.stringify(keys, null, 2)}\n`)

export const keysFile = (folder: string): string => join(folder, 'keys.json')

async function writePrivate(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 })
  await chmod(file, 0o600)
}
