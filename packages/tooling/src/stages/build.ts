import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../bootstrap/run.mjs'
import { findPackingFaults, listPublishable, type PublishablePackage, packPackage } from './packages.ts'
import { type Count, oneCheck, type Stage, type StageContext, sumCounts } from './stage.ts'
import { runTurbo } from './tools.ts'

/** Builds every package, packs the publishable ones, and checks what is in the tarballs and how it resolves. */
export const buildStage: Stage = {
  name: 'build',
  title: 'build and packed tarballs',
  run: async (context) => {
    const built = await runTurbo(context, 'build')
    const folder = mkdtempSync(join(tmpdir(), 'usher-tarballs-'))
    const counts: Count[] = [built]
    try {
      for (const publishable of listPublishable(context.root)) {
        counts.push(await checkTarball(context, publishable, folder))
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return sumCounts(counts)
  },
}

/** Three checks a package: its list of files, publint, and how its types resolve. */
async function checkTarball(
  context: StageContext,
  publishable: PublishablePackage,
  folder: string,
): Promise<Count> {
  try {
    const { tarball, files } = await packPackage(context, publishable, folder)
    const faults = findPackingFaults(files)
    for (const fault of faults) console.error(`${publishable.name}: ${fault}`)
    const counts: Count[] = [
      oneCheck(faults.length),
      await checkWith(context, publishable.name, 'publint', ['run', tarball, '--strict']),
      await checkWith(context, publishable.name, 'attw', [tarball, ...attwOptions]),
    ]
    return sumCounts(counts)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, note: `${publishable.name} could not be packed` }
  }
}

/** A style sheet has no types, and CommonJS is not offered. */
const attwOptions = [
  '--profile',
  'esm-only',
  '--exclude-entrypoints',
  'styles.css',
  '--no-color',
  '--format',
  'ascii',
]

async function checkWith(
  { root, env }: StageContext,
  name: string,
  tool: string,
  args: string[],
): Promise<Count> {
  const path = join(root, 'packages/tooling/node_modules/.bin', tool)
  const { code, output } = await run(path, args, { env, quiet: true, shell: process.platform === 'win32' })
  if (code === 0) return oneCheck(code)
  const failure = `${name}: ${tool} reports\n${output}`
  console.error(failure)
  return { ...oneCheck(code), failures: [failure] }
}
