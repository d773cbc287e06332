import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SettingsError, type UsherConfig } from './server-settings.ts'

const names = ['usher.config.ts', 'usher.config.mts', 'usher.config.js', 'usher.config.mjs']

/** Reads `usher.config.ts` of a folder; an empty object when there is none. */
export async function loadConfig(folder: string): Promise<UsherConfig> {
  const file = names.map((name) => resolve(folder, name)).find((path) => existsSync(path))
  if (file === undefined) return {}
  const { default: config } = await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw new SettingsError(`${file} could not be read: ${describe(error)}`)
  })
  if (typeof config === 'object' && config !== null) return config
  throw new SettingsError(`${file} must have a default export: export default defineConfig({ … }).`)
}

// A fault of the syntax tells its line only in its stack: `file:3`.
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const line = error instanceof SyntaxError && error.stack?.match(/^\S+:(\d+)\n/)?.[1]
  return line ? `line ${line}: ${error.message}` : error.message
}
