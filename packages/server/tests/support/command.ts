import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const cli = fileURLToPath(new URL('../../src/node/cli.ts', import.meta.url))
const origin = 'http://localhost:5173'

export type Ended = { code: number | null; stdout: string; stderr: string }
export type Running = { url: string; process: ChildProcess; output: Ended }

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it asserts
export type Sent = { status: number; body: any }

/** A folder that goes when the test has ended. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-command-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Runs the real command to its end. */
export async function run(args: string[], env: NodeJS.ProcessEnv = {}, cwd?: string): Promise<Ended> {
  const { child, output } = start(args, env, cwd)
  await once(child, 'close')
  return output
}

/** Starts `usher serve` and waits until it says that it runs. */
export async function serve(env: NodeJS.ProcessEnv): Promise<Running> {
  const port = env.USHER_PORT ?? String(await freePort())
  const { child, output } = start(['serve'], { ...env, USHER_PORT: port })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => output.stdout.includes('secret key') && resolve())
    child.once('close', () => reject(new Error(`usher serve ended: ${output.stderr}`)))
  })
  return { url: `http://127.0.0.1:${port}`, process: child, output }
}

/** Ends a server with a signal and waits until it is gone. */
export async function end({ process, output }: Running, signal: NodeJS.Signals): Promise<Ended> {
  const gone = once(process, 'close')
  process.kill(signal)
  await gone
  return output
}

/** A browser over HTTP, which keeps the one cookie that counts. */
export function createHttpBrowser(url: string) {
  let cookie = ''
  const send = async (path: string, init?: RequestInit): Promise<Sent> => {
    const headers = { origin, ...(cookie ? { cookie } : {}) }
    const response = await fetch(`${url}${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie())
      if (line.startsWith('__client=')) cookie = line.split(';')[0] ?? ''
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }
  const post = (path: string, fields: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) })
  return {
    send,
    get: (path: string) => send(path),
    post,
    /** Signs somebody up with the code in the inbox. */
    async signUp(email_address: string) {
      const given = { email_address, password: 'correct horse battery staple' }
      const path = `/v1/client/sign_ups/${(await post('/v1/client/sign_ups', given)).body.response.id}`
      await post(`${path}/prepare_verification`, { strategy: 'email_code' })
      const [mail] = await (await fetch(`${url}/_inbox.json`)).json()
      await post(`${path}/attempt_verification`, { strategy: 'email_code', code: mail.code })
    },
    at(next: string) {
      url = next
    },
  }
}

function start(args: string[], env: NodeJS.ProcessEnv, cwd?: string) {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['--conditions=@usher/source', cli, ...args], {
    env: { PATH, HOME, ...env },
    ...(cwd ? { cwd } : {}),
  })
  const output: Ended = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  child.once('exit', (code) => {
    output.code = code
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, output }
}
