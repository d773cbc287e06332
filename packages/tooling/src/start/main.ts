import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../bootstrap/run.mjs'
import { root } from '../bootstrap.mjs'
import { type Child, startChild } from './children.ts'
import { isPortTaken, waitForAnswer } from './ports.ts'
import { readStartSettings, type StartSettings } from './settings.ts'

const patience = 60_000
const running: Child[] = []
const stopRequest = Promise.withResolvers<void>()

/** Runs server and demo until Ctrl-C, or until one of them ends. Resolves with the exit code. */
async function main(args: string[]): Promise<number> {
  const settings = readStartSettings(args, process.env, join(root, '.usher'))
  await assertPortsFree(settings)
  process.on('SIGINT', () => stopRequest.resolve())
  process.on('SIGTERM', () => stopRequest.resolve())
  const failure = await Promise.race([startAll(settings), stopRequest.promise])
  await Promise.all(running.map((child) => child.stop()))
  if (typeof failure !== 'string') console.log('\nServer and demo are stopped.')
  else console.error(`\n${failure}`)
  return typeof failure === 'string' ? 1 : 0
}

/** Resolves only when something goes wrong, with the sentence about it. */
async function startAll(settings: StartSettings): Promise<string> {
  const serverUrl = `http://localhost:${settings.serverPort}`
  const demoUrl = `http://localhost:${settings.demoPort}`
  if (!(await buildAccountPages())) return 'The account pages could not be built; the reason is above.'
  const server = startServer(settings)
  const serverFailure = await waitFor(server, `${serverUrl}/v1/health`)
  if (serverFailure) return serverFailure
  const demo = startDemo(settings, readPublishableKey(settings.dataFolder))
  const demoFailure = await Promise.race([waitFor(demo, demoUrl), server.ended])
  if (demoFailure) return demoFailure
  console.log(readyText(demoUrl))
  return Promise.race(running.map((child) => child.ended))
}

async function waitFor(child: Child, url: string): Promise<string | undefined> {
  let isOver = false
  const answered = waitForAnswer(url, patience, () => isOver).then((isThere) =>
    isThere ? undefined : `The ${child.name} did not answer on ${url} within ${patience / 1000} seconds.`,
  )
  const outcome = await Promise.race([answered, child.ended])
  isOver = true
  return outcome
}

/** The pages that the server itself serves, such as /sign-in. */
async function buildAccountPages(): Promise<boolean> {
  console.log('Building the account pages …')
  const cwd = join(root, 'apps/accounts')
  const args = [join(cwd, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
  const { code } = await run(process.execPath, args, { cwd, env: process.env })
  return code === 0
}

function startServer({ serverPort, dataFolder }: StartSettings): Child {
  const cli = join(root, 'packages/server/src/node/cli.ts')
  const args = ['--conditions=@usher/source', '--disable-warning=ExperimentalWarning', cli, 'serve']
  const env = { ...process.env, USHER_PORT: String(serverPort), USHER_DATA: dataFolder }
  return start(startChild('server', process.execPath, args, { cwd: root, env }))
}

function startDemo({ serverPort, demoPort }: StartSettings, publishableKey: string): Child {
  const cwd = join(root, 'apps/demo')
  const vite = join(cwd, 'node_modules/vite/bin/vite.js')
  const server = {
    VITE_CLERK_PUBLISHABLE_KEY: publishableKey,
    VITE_USHER_URL: `http://localhost:${serverPort}`,
  }
  const env = { ...process.env, ...server }
  const args = [vite, '--port', String(demoPort), '--strictPort', '--logLevel', 'warn']
  return start(startChild('demo', process.execPath, args, { cwd, env }))
}

function start(child: Child): Child {
  running.push(child)
  return child
}

function readPublishableKey(dataFolder: string): string {
  const file = join(dataFolder, 'keys.json')
  const keys: { publishable_key?: unknown } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  if (typeof keys.publishable_key === 'string') return keys.publishable_key
  throw new Error(
    `${file} holds no publishable_key, so the demo cannot find its server. Is USHER_MODE production?`,
  )
}

async function assertPortsFree({ serverPort, demoPort }: StartSettings): Promise<void> {
  const uses = [
    { port: serverPort, use: 'server', option: '--port' },
    { port: demoPort, use: 'demo', option: '--demo-port' },
  ]
  for (const { port, use, option } of uses) {
    if (!(await isPortTaken(port))) continue
    throw new Error(
      `Port ${port}, which the ${use} needs, is in use: stop the program that has it, ` +
        `or choose another with npm start -- ${option} <port>.`,
    )
  }
}

// The addresses of the server stand above: it has said them itself.
const readyText = (demoUrl: string) => `The demo runs at ${demoUrl}

Press Ctrl-C to stop both. Every component in every state: npm run storybook.
`

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  await Promise.all(running.map((child) => child.stop()))
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
