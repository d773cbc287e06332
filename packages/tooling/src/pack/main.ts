import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { testEnvironment } from '../bootstrap/environment.mjs'
import { root } from '../bootstrap.mjs'
import { packPackages } from '../stages/packages.ts'
import { runTurbo } from '../stages/tools.ts'

const context = { root, env: testEnvironment(process.env) }
const folder = join(root, 'tarballs')

/** Builds every package and packs those that an app installs. */
async function main(): Promise<number> {
  const built = await runTurbo(context, 'build')
  if (built.failed > 0) return 1
  mkdirSync(folder, { recursive: true })
  for (const file of (await packPackages(context, folder)).values()) console.log(relative(root, file))
  console.log(`\nInstall them in your app: npm install ${folder}/*.tgz`)
  return 0
}

process.exitCode = await main()
