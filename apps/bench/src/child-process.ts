import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

export type Child = { pid: number; stop(): Promise<void> }

/**
 * Starts a Node process and waits until it writes `readyText`.
 * @throws an error with what it wrote instead, when it ends first
 */
export async function startNode(
  args: string[],
  { env, readyText }: { env: Record<string, string>; readyText: string },
): Promise<Child> {
  const child = spawn(process.execPath, args, {
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await waitFor(child, readyText)
  return {
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

function waitFor(child: ChildProcess, readyText: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let written = ''
    const read = (chunk: Buffer) => {
      written += chunk
      if (written.includes(readyText)) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('error', reject)
    child.on('exit', (code) =>
      reject(new Error(`The process ended with ${code} before it was ready: ${written}`)),
    )
  })
}

// Settings of the person who measures must not change what is measured.
const inherited = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('USHER_') && name !== 'NODE_OPTIONS'),
  )
