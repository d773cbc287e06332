#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type RunningServer, serve } from './serve.ts'
import { loadConfig } from './settings/load-config.ts'
import { refuseUnsafe } from './settings/refuse-unsafe.ts'
import { readSettings, type Settings, SettingsError, unknownVariables } from './settings/server-settings.ts'

const help = `Usher: user accounts for React, on a server of your own.

  usher serve                  start the server
  usher keys create            make a new secret key for a backend and print it once
  usher keys list              the secret keys that work, by their ids
  usher keys revoke <id>       refuse a secret key from now on
  usher keys rotate-signing    have tokens signed by a new key in two minutes; --now for a key that was stolen
  usher --help                 this text
  usher --version              the version

Settings stand in usher.config.ts in the current folder, or in environment variables such as USHER_PORT.`

/** The command line. Returns the exit code, or null while the server runs. */
async function main(args: string[]): Promise<number | null> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
      now: { type: 'boolean', default: false },
    },
  })
  const command = positionals.join(' ')
  if (values.version) return print(readVersion())
  if (values.help || command === '' || command === 'keys') return print(help)
  if (command === 'serve') return runServer()
  const [group, action = '', id, ...more] = positionals
  const isKnown = group === 'keys' && keyCommands.has(action) && more.length === 0
  if (isKnown && (id === undefined || action === 'revoke'))
    return print(await manageKeys(action, id, values.now))
  throw new SettingsError(`There is no command "${command}". usher --help lists them.`)
}

async function runServer(): Promise<null> {
  for (const name of unknownVariables(process.env))
    process.stderr.write(`usher: ${name} is no setting, so it changes nothing.\n`)
  const server = await serve(await settingsHere())
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.close().then(() => process.exit(0))
    })
  // Whoever reads this may stop the server at once.
  process.stdout.write(`${describeServer(server)}\n`)
  return null
}

const keyCommands = new Set(['create', 'list', 'revoke', 'rotate-signing'])

async function manageKeys(action: string, id: string | undefined, isAtOnce: boolean): Promise<string> {
  const keys = await import('./backend-keys.ts')
  const settings = await settingsHere()
  if (action === 'create') {
    const { key, id: created } = await keys.createBackendKey(settings)
    // Beside the output, which holds the key alone, for whoever pipes it on.
    process.stderr.write(`Keep this key: it is not shown again. It is ${created} in usher keys list.\n`)
    return key
  }
  if (action === 'list') return keys.listBackendKeys(settings)
  if (action === 'rotate-signing') return keys.rotateSigning(settings, isAtOnce)
  if (id !== undefined) return keys.revokeBackendKey(settings, id)
  throw new SettingsError('usher keys revoke needs the id of a secret key. usher keys list names them.')
}

async function settingsHere(): Promise<Settings> {
  const settings = readSettings(await loadConfig(process.cwd()), process.env)
  refuseUnsafe(settings, process.env)
  return settings
}

const describeServer = ({ url, inboxUrl, publishableKey, keysFile }: RunningServer) =>
  [
    `Usher runs at ${url}`,
    `  publishable key  ${publishableKey}`,
    ...(inboxUrl ? [`  inbox            ${inboxUrl}`] : []),
    keysFile ? `  secret key       in ${keysFile}` : '  secret key       usher keys create',
  ].join('\n')

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

try {
  const code = await main(process.argv.slice(2))
  if (code !== null) process.exitCode = code
} catch (error) {
  const isExpected =
    error instanceof SettingsError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  process.stderr.write(
    `usher: ${isExpected ? (error as Error).message : ((error as Error).stack ?? error)}\n`,
  )
  process.exit(1)
}
