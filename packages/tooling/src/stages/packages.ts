import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../bootstrap/run.mjs'
import type { StageContext } from './stage.ts'

/** A package that goes to the registry. `folder` is a path from the root. */
export type PublishablePackage = { name: string; folder: string }

/** A packed package: the tarball and what is in it. */
export type Packed = { tarball: string; files: string[] }

/** Every package under `packages/` that is not private. */
export function listPublishable(root: string): PublishablePackage[] {
  return readdirSync(join(root, 'packages')).flatMap((entry) => {
    const manifest = join(root, 'packages', entry, 'package.json')
    if (!existsSync(manifest)) return []
    const { name, private: isPrivate } = JSON.parse(readFileSync(manifest, 'utf8'))
    return isPrivate ? [] : [{ name, folder: `packages/${entry}` }]
  })
}

/**
 * Packs a built package as it would be published.
 * @param destination folder for the tarball
 * @throws an error with pnpm's own words when it cannot be packed
 */
export async function packPackage(
  { root, env }: StageContext,
  { name, folder }: PublishablePackage,
  destination: string,
): Promise<Packed> {
  const args = ['pack', '--json', '--pack-destination', destination]
  const options = { cwd: join(root, folder), env, quiet: true, shell: process.platform === 'win32' }
  const { code, output } = await run('pnpm', args, options)
  if (code !== 0) throw new Error(`${name} could not be packed: ${output.trim()}`)
  const { filename, files } = JSON.parse(output.slice(output.indexOf('{')))
  return { tarball: filename, files: files.map((file: { path: string }) => file.path) }
}

/**
 * Packs all of them; they are built already.
 * @returns the file of each package's tarball, by the package's name
 */
export async function packPackages(context: StageContext, destination: string): Promise<Map<string, string>> {
  const tarballs = new Map<string, string>()
  for (const publishable of listPublishable(context.root)) {
    const { tarball } = await packPackage(context, publishable, destination)
    tarballs.set(publishable.name, tarball)
  }
  return tarballs
}

/** What is wrong with the list of files of a packed package, as sentences. */
export function findPackingFaults(files: string[]): string[] {
  const missing = ['README.md', 'LICENSE', 'package.json'].filter((file) => !files.includes(file))
  const foreign = files.filter((file) => /\.(test|stories)\.|^src\/|^tests\//.test(file))
  const isEmpty = !files.some((file) => file.startsWith('dist/'))
  return [
    ...missing.map((file) => `${file} is missing`),
    ...foreign.map((file) => `${file} must not ship`),
    ...(isEmpty ? ['nothing of dist is in it'] : []),
  ]
}
