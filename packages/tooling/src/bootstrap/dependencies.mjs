import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './run.mjs'

/**
 * Installs what the lock file says, unless nothing that decides about it changed since the last time.
 * @param {{ root: string, env: NodeJS.ProcessEnv, pnpm: string, node: string }} options
 * @returns {Promise<'unchanged' | 'installed'>}
 * @throws an error whose message is a sentence that says what failed and what to do
 */
export async function installDependencies({ root, env, pnpm, node }) {
  const stamp = join(root, 'node_modules/.bootstrap/installed.txt')
  const wanted = dependencyFingerprint(root)
  const isInstalled = existsSync(join(root, 'node_modules/.modules.yaml'))
  if (isInstalled && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'unchanged'
  const options = ['--frozen-lockfile', '--config.confirmModulesPurge=false', '--config.updateNotifier=false']
  const args = [pnpm, 'install', ...options, '--reporter=append-only']
  const { code, output } = await run(node, args, { cwd: root, env, quiet: true, onOutput: printProgress })
  if (code !== 0) {
    console.error(output)
    throw new Error(
      'pnpm install --frozen-lockfile failed (its own message is above). ' +
        'Check the network; after a change of a package.json, run pnpm install and commit pnpm-lock.yaml.',
    )
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
  return 'installed'
}

/**
 * One hash over every file that decides what is installed: lock file, workspace file, each package.json.
 * @param {string} root
 */
export function dependencyFingerprint(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  for (const file of decidingFiles(root)) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * Of everything that pnpm says, a person who waits needs only how far it is.
 * @param {string} text
 */
function printProgress(text) {
  for (const line of text.split('\n')) if (line.startsWith('Progress:')) console.log(line)
}

/** @param {string} root */
function decidingFiles(root) {
  const manifests = ['packages', 'apps'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`)
      : [],
  )
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', ...manifests.sort()]
  return files.filter((file) => existsSync(join(root, file)))
}
