import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run } from './run.mjs'

/** @typedef {import('./pinned.mjs').PinnedPackage} PinnedPackage */

/**
 * Puts a pinned npm package into `folder`, unless it already is there. The tarball is unpacked only when its hash is
 * the pinned one, no install script runs, and the folder appears in one step.
 * @param {PinnedPackage} pinned
 * @param {string} folder becomes `<folder>/node_modules/<name>`
 * @returns {Promise<'present' | 'fetched'>}
 * @throws an error whose message is a sentence that says what failed and what to do
 */
export async function fetchPackage(pinned, folder) {
  const stamp = join(folder, 'integrity.txt')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === pinned.integrity) return 'present'
  const scratch = `${folder}-${process.pid}`
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  try {
    const tarball = await download(pinned, scratch)
    verifyIntegrity(pinned, readFileSync(tarball))
    await unpack(pinned, tarball, scratch)
    writeFileSync(join(scratch, 'integrity.txt'), pinned.integrity)
    rmSync(tarball)
    rmSync(folder, { recursive: true, force: true })
    renameSync(scratch, folder)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return 'fetched'
}

/**
 * Compares the bytes of a tarball with the pinned hash.
 * @param {PinnedPackage} pinned
 * @param {Uint8Array} tarball
 */
export function verifyIntegrity(pinned, tarball) {
  const actual = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  if (actual === pinned.integrity) return
  throw new Error(
    `${pinned.name}@${pinned.version} was not unpacked, because its hash ${actual} is not the pinned ` +
      `${pinned.integrity}. Check which registry npm uses (npm config get registry) and try again.`,
  )
}

/**
 * @param {PinnedPackage} pinned
 * @param {string} folder
 */
async function download({ name, version }, folder) {
  const { code, output } = await npm(['pack', `${name}@${version}`, '--pack-destination', folder])
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (code === 0 && tarball) return join(folder, tarball)
  throw new Error(
    `${name}@${version} could not be fetched from the npm registry: ${lastLine(output)}. ` +
      'Check the network connection and npm config get registry, then run the command again.',
  )
}

/**
 * @param {PinnedPackage} pinned
 * @param {string} tarball
 * @param {string} folder
 */
async function unpack({ name, version }, tarball, folder) {
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--offline']
  const { code, output } = await npm(['install', '--prefix', folder, ...options, tarball])
  if (code === 0) return
  throw new Error(
    `${name}@${version} could not be unpacked: ${lastLine(output)}. Check that ${folder} can be written, then run the command again.`,
  )
}

/**
 * npm runs on the Node that runs us, so that neither a path nor a shell has to be right.
 * @param {string[]} args
 */
function npm(args) {
  const quiet = [...args, '--loglevel=error', '--no-update-notifier']
  const own = process.env.npm_execpath
  if (own && /^npm(-cli)?\.c?js$/.test(basename(own))) {
    return run(process.execPath, [own, ...quiet], { quiet: true })
  }
  return run('npm', quiet, { quiet: true, shell: process.platform === 'win32' })
}

/** @param {string} output */
const lastLine = (output) =>
  output
    .trim()
    .split('\n')
    .filter((line) => !line.includes('A complete log of this run'))
    .at(-1)
    ?.replace(/\.$/, '') ?? 'npm said nothing'
