import { randomBytes } from 'node:crypto'
import { access, constants, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SettingsError } from './settings/server-settings.ts'

const shortestSecret = 32

/** Makes the data folder when it is missing; throws a sentence when it cannot be written. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch {
    throw cannotBeWritten(folder)
  }
}

// Not `recursive`: below a folder that takes no new ones, such as /proc, that goes on for ever.
async function makeFolder(folder: string): Promise<void> {
  const make = () => mkdir(folder, { mode: 0o700 })
  try {
    await make()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code !== 'ENOENT' || (await stat(dirname(folder)).catch(() => null))) throw error
    await makeFolder(dirname(folder))
    await make()
  }
}

const cannotBeWritten = (folder: string) =>
  new SettingsError(
    `The data folder ${folder} (USHER_DATA) cannot be written. Name a folder that may be, or one that does not exist yet.`,
  )

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
  const draft = draftOf(file)
  try {
    await writeFile(draft, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    // The file appears whole, and only when there is none.
    await link(draft, file)
    return secret
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw cannotBeWritten(dirname(file))
    return (await readSecret(file)) ?? ''
  } finally {
    await rm(draft, { force: true })
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

/** The file has its old text or its new one, never a part. */
async function writePrivate(file: string, text: string): Promise<void> {
  const draft = draftOf(file)
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, file)
}

const draftOf = (file: string) => `${file}.${randomBytes(8).toString('hex')}`
