import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Child, freePort, startNode } from './child-process.ts'

const command = fileURLToPath(new URL('cli.js', import.meta.resolve('@usher/server/node')))

/** As many wrong tries as a server allows at most: measurements make many. */
export const lockAfter = 100

export type UsherServer = Child & { port: number; url: string }

/**
 * Starts the built `usher serve` on SQLite, as somebody does who installed it.
 * @param folder data folder; an empty one gets a new database
 */
export async function startUsher(folder: string): Promise<UsherServer> {
  if (!existsSync(command))
    throw new Error(
      `${command} is missing. Build the server first: pnpm turbo run build --filter=@usher/server`,
    )
  const port = await freePort()
  const env = {
    USHER_DATA: folder,
    USHER_PORT: String(port),
    USHER_LIMITS: 'off',
    USHER_LOCK_AFTER: String(lockAfter),
  }
  const child = await startNode([command, 'serve'], { env, readyText: 'Usher runs at' })
  return { ...child, port, url: `http://127.0.0.1:${port}` }
}

/** Does something with a new folder, and takes the folder away afterwards. */
export async function inNewFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
