import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { findPostgres } from './find-postgres.ts'

export type Cluster = {
  /** `postgres://…` without a database at its end. */
  url: string
  stop(): Promise<void>
}

type Owner = { uid?: number; gid?: number }

const patience = 30_000

/** Starts a PostgreSQL of our own, on a free port of this machine and with a data folder that goes when it stops. */
export async function startPostgres(env: NodeJS.ProcessEnv = process.env): Promise<Cluster> {
  const owner = databaseOwner()
  const home = makeHome(owner)
  const bin = reachable(findPostgres(env), home, owner)
  const password = randomBytes(18).toString('hex')
  const data = join(home, 'data')
  const passwordFile = join(home, 'password')
  writeFileSync(passwordFile, password)
  give(passwordFile, owner)
  const setUp = ['-D', data, '-U', 'usher', '-A', 'password', `--pwfile=${passwordFile}`, '-E', 'UTF8']
  await promisify(execFile)(join(bin, 'initdb'), [...setUp, '--locale=C', '--no-sync'], {
    ...owner,
    cwd: home,
  })
  const port = await freePort()
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...options(port)], {
    ...owner,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stopAtOnce = () => {
    server.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  }
  process.once('exit', stopAtOnce)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  await untilReady(server)
  return {
    url: `postgres://usher:${password}@127.0.0.1:${port}`,
    async stop() {
      process.off('exit', stopAtOnce)
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const options = (port: number) =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=400',
    // What a test writes need not outlive it.
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ].flatMap((option) => ['-c', option])

/** PostgreSQL refuses to run as root: then it runs as `postgres` or as `nobody`. */
function databaseOwner(): Owner {
  if (process.getuid?.() !== 0) return {}
  const people = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const person = ['postgres', 'nobody'].map((name) => people.find(([known]) => known === name)).find(Boolean)
  return { uid: Number(person?.[2] ?? 65_534), gid: Number(person?.[3] ?? 65_534) }
}

function makeHome(owner: Owner): string {
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => isOpenTo(folder, owner)) ?? tmpdir()
  const home = mkdtempSync(join(parent, 'usher-postgres-'))
  give(home, owner)
  chmodSync(home, 0o700)
  return home
}

const give = (path: string, { uid, gid }: Owner) => {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** The binaries where the owner of the database may run them, copied when they lie in somebody's private folder. */
function reachable(bin: string, home: string, owner: Owner): string {
  if (isOpenTo(bin, owner)) return bin
  cpSync(dirname(bin), join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(home, 'native', 'bin')
}

function isOpenTo(folder: string, { uid }: Owner): boolean {
  if (uid === undefined) return true
  for (let path = folder; ; path = dirname(path)) {
    try {
      accessSync(path, constants.X_OK)
      if ((statSync(path).mode & 0o001) === 0) return false
    } catch {
      return false
    }
    if (path === dirname(path)) return true
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('no free port was found')
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    const fail = () => reject(new Error(`PostgreSQL did not start:\n${log}`))
    const timer = setTimeout(fail, patience)
    server.once('exit', fail)
    server.stderr?.on('data', (chunk: Buffer) => {
      if (log.length < 20_000) log += chunk
      if (!log.includes('database system is ready to accept connections')) return
      clearTimeout(timer)
      server.off('exit', fail)
      resolve()
    })
  })
}
