import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { run } from '../bootstrap/run.mjs'
import { chromiumPath } from '../chromium.mjs'
import type { StageContext } from './stage.ts'
import { runTool } from './tools.ts'

const aptOptions = '-y -qq --no-install-recommends -o DPkg::Lock::Timeout=300'
const aptCommand = `apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install ${aptOptions} chromium fonts-liberation`

/**
 * Makes sure that a Chromium is there: an installed one, Debian's when this user may install it, else Playwright's own.
 * @throws an error that says what to install when none of these worked
 */
export async function ensureChromium(context: StageContext): Promise<void> {
  if (isThere()) return
  console.log('Chromium is missing; installing it')
  if (await installDebianPackage(context.env)) return
  const code = await runTool(context, 'playwright', ['install', 'chromium'], 'packages/tooling')
  if (code === 0 && isThere()) return
  throw new Error(
    'Chromium is missing and could not be installed: install Chromium or Chrome with the system’s package manager, ' +
      'or set USHER_CHROMIUM to the path of one',
  )
}

const isThere = () => chromiumPath() !== undefined || existsSync(chromium.executablePath())

async function installDebianPackage(env: NodeJS.ProcessEnv): Promise<boolean> {
  const { code } = await run('sh', ['-c', 'command -v apt-get'], { env, quiet: true })
  if (code !== 0) return false
  const isRoot = process.getuid?.() === 0
  const shell = isRoot ? ['sh', '-c', aptCommand] : ['sudo', '-n', 'sh', '-c', aptCommand]
  await run(shell[0] ?? 'sh', shell.slice(1), { env })
  return isThere()
}
