import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from '../chromium.mjs'
import { type Count, oneCheck, type StageContext, sumCounts } from '../stages/stage.ts'
import { runTool } from '../stages/tools.ts'
import { startChild } from '../start/children.ts'
import { freePort, waitForAnswer } from '../start/ports.ts'

const patience = 30_000

/** Builds the app, serves it beside `usher serve` from the installed package, and signs up in it as a person would. */
export async function signUpInChromium({ root, env }: StageContext): Promise<Count> {
  const [serverPort, appPort] = [await freePort(), await freePort()]
  const serverUrl = `http://localhost:${serverPort}`
  const appUrl = `http://localhost:${appPort}`
  const data = mkdtempSync(join(root, 'data-'))
  const bin = (name: string) => join(root, 'node_modules/.bin', name)
  const server = startChild('server', bin('usher'), ['serve'], {
    cwd: root,
    env: { ...env, USHER_PORT: String(serverPort), USHER_DATA: data },
  })
  try {
    if (!(await waitForAnswer(`${serverUrl}/v1/health`, patience))) return unreachable(serverUrl)
    const key = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8')).publishable_key
    const built = await runTool({ root, env: { ...env, VITE_CLERK_PUBLISHABLE_KEY: key } }, 'vite', ['build'])
    if (built !== 0) return { passed: 0, failed: 1, note: 'the app could not be built' }
    const preview = ['preview', '--port', String(appPort), '--strictPort']
    const app = startChild('app', bin('vite'), preview, { cwd: root, env })
    try {
      if (!(await waitForAnswer(appUrl, patience))) return unreachable(appUrl)
      return sumCounts([oneCheck(built), await signUp(appUrl, serverUrl)])
    } finally {
      await app.stop()
    }
  } finally {
    await server.stop()
  }
}

const unreachable = (url: string): Count => ({ passed: 0, failed: 1, note: `nothing answers at ${url}` })

const grounds = { light: 'rgb(255, 255, 255)', dark: 'rgb(23, 25, 30)' }

async function signUp(appUrl: string, serverUrl: string): Promise<Count> {
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(patience)
    await page.goto(appUrl)
    const card = page.locator('.cl-card')
    await card.waitFor()
    // What the app's build made of the styles still has both themes.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const ground = await card.evaluate((element) => getComputedStyle(element).backgroundColor)
      if (ground !== grounds[colorScheme]) throw new Error(`the ${colorScheme} card is ${ground}`)
    }
    await page.getByRole('textbox', { name: 'Email' }).fill('stranger@example.com')
    await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery staple')
    await page.getByRole('button', { name: 'Create account' }).click()
    const code = page.locator('input[autocomplete="one-time-code"]')
    await code.waitFor()
    const [message] = await (await fetch(`${serverUrl}/_inbox.json`)).json()
    await code.pressSequentially(message.code)
    await page.getByRole('heading', { name: 'Welcome stranger@example.com' }).waitFor()
    return oneCheck(0)
  } catch (error) {
    return { passed: 0, failed: 1, note: `signing up in the app failed: ${error}` }
  } finally {
    await browser.close()
  }
}
