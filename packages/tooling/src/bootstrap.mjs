import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './bootstrap/dependencies.mjs'
import { childEnvironment } from './bootstrap/environment.mjs'
import { fetchPackage } from './bootstrap/fetch-package.mjs'
import { isRecentNode, nodePackageFor, oldestNode, pnpmPackage } from './bootstrap/pinned.mjs'
import { run } from './bootstrap/run.mjs'

/** The folder of the whole repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

const bootstrapFolder = join(root, 'node_modules/.bootstrap')

/**
 * Brings the machine to the point where the repository's TypeScript runs (Node, pnpm, dependencies), then runs `script`
 * with the command line's own arguments. Sets the exit code; prints one sentence when something failed.
 * @param {string} script path from the root
 * @param {string} title what the script does, for the last progress line
 */
export async function bootstrapAndRun(script, title) {
  try {
    const node = await provideNode()
    const pnpm = await providePnpm()
    const env = childEnvironment(process.env, [dirname(node), dirname(pnpm.shim)])
    step(3, 'dependencies (a minute or two the first time)')
    await installDependencies({ root, env, pnpm: pnpm.script, node })
    step(4, title)
    const flags = ['--conditions=@usher/source', '--disable-warning=ExperimentalWarning']
    const { code } = await run(node, [...flags, join(root, script), ...process.argv.slice(2)], {
      cwd: root,
      env,
    })
    process.exitCode = code
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

async function provideNode() {
  const own = process.versions.node
  if (isRecentNode(own)) {
    step(1, `Node ${own}`)
    return process.execPath
  }
  const pinned = nodePackageFor(process.platform, process.arch)
  if (!pinned) {
    throw new Error(
      `Node ${own} is too old and none is pinned for ${process.platform}-${process.arch}: ` +
        `install Node ${oldestNode.major}.${oldestNode.minor} or newer and run the command again.`,
    )
  }
  step(1, `Node ${pinned.version} (this machine has ${own})`)
  const folder = join(bootstrapFolder, 'node')
  await fetchPackage(pinned, folder)
  const executable = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = join(folder, 'node_modules', pinned.name, 'bin', executable)
  await assertRuns(node, pinned)
  return node
}

async function providePnpm() {
  step(2, `pnpm ${pnpmPackage.version}`)
  const folder = join(bootstrapFolder, 'pnpm')
  await fetchPackage(pnpmPackage, folder)
  return {
    script: join(folder, 'node_modules/pnpm/bin/pnpm.cjs'),
    shim: join(folder, 'node_modules/.bin/pnpm'),
  }
}

/**
 * @param {string} node
 * @param {import('./bootstrap/pinned.mjs').PinnedPackage} pinned
 */
async function assertRuns(node, pinned) {
  const { code, output } = await run(node, ['--version'], { quiet: true })
  if (code === 0 && output.trim() === `v${pinned.version}`) return
  throw new Error(
    `${pinned.name}@${pinned.version} does not run on this machine (${output.trim().split('\n')[0]}): ` +
      `install Node ${oldestNode.major}.${oldestNode.minor} or newer and run the command again.`,
  )
}

/**
 * @param {number} number
 * @param {string} text
 */
const step = (number, text) => console.log(`${number}/4 ${text}`)
