import { createClerkClient } from '@clerk/backend'
import { chromiumLaunchOptions } from '@usher/tooling/chromium'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { expect, inject, onTestFinished, test } from 'vitest'
import { keyOnlyHost } from './global-setup.ts'
import { readCode } from './inbox.ts'
import { beginSignUp, kits, signIn } from './kits.ts'
import { renderingBackends } from './rendering-backends.ts'
import { startTlsFront } from './tls-front.ts'

const password = 'correct horse battery staple'
const keysOf = () => ({ apiUrl: inject('keyOnlyServerUrl'), secretKey: inject('keyOnlySecretKey') })

/** A browser for which the host in the key is this machine. */
async function openBrowser(): Promise<{ context: BrowserContext; page: Page }> {
  const front = await startTlsFront(keyOnlyHost, inject('keyOnlyServerUrl'))
  onTestFinished(front.close)
  const { args, ...options } = chromiumLaunchOptions()
  const rules = `--host-resolver-rules=MAP ${keyOnlyHost}:443 127.0.0.1:${front.port}`
  const browser = await chromium.launch({ ...options, args: [...args, rules, '--ignore-certificate-errors'] })
  onTestFinished(() => browser.close())
  const context = await browser.newContext()
  return { context, page: await context.newPage() }
}

function keyOnlyKit() {
  const [kit] = kits
  if (!kit) throw new Error('there is no kit')
  return { ...kit, appUrl: () => inject('keyOnlyAppUrl') }
}

test('an application with nothing but a publishable key loads the real clients from the server, and signs in', async () => {
  const account = { identifier: 'key.only@example.com', password }
  await createClerkClient(keysOf()).users.createUser({ emailAddress: [account.identifier], password })
  const { page } = await openBrowser()
  const scripts: string[] = []
  page.on('response', (response) => {
    const { host, pathname } = new URL(response.url())
    if (host === keyOnlyHost && pathname.startsWith('/npm/') && response.ok()) scripts.push(pathname)
  })
  await signIn(page, keyOnlyKit(), account)
  for (const script of [
    /^\/npm\/@clerk\/clerk-js@6\.40\.0\/dist\/clerk\.browser\.js$/,
    /^\/npm\/@clerk\/ui@1\.34\.0\/dist\//,
  ])
    expect(
      scripts.some((path) => script.test(path)),
      `${script} of ${scripts.join(', ')}`,
    ).toBe(true)

  // Without organizations the page of an application that has a switcher still works.
  await page.goto(`${inject('keyOnlyAppUrl')}/organizations`)
  await page.getByRole('button', { name: 'Open organization switcher' }).waitFor()
  await page.getByRole('button', { name: 'Update name' }).click()
  await page.getByLabel('Name').filter({ hasText: 'Ada Lovelace' }).waitFor()
}, 120_000)

test('in development a page on another site than the server signs up, stays signed in and signs out, without a cookie of the server', async () => {
  const kit = keyOnlyKit()
  const emailAddress = 'elsewhere@example.com'
  const { context, page } = await openBrowser()
  await beginSignUp(page, kit, { emailAddress, password })
  const code = await readCode(emailAddress, inject('keyOnlyServerUrl'))
  await page.getByLabel(kit.codeLabel).pressSequentially(code)
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
  await page.reload()
  await page.getByLabel('Email').filter({ hasText: emailAddress }).waitFor()
  expect(await context.cookies(`https://${keyOnlyHost}`)).toEqual([])
  const names = (await context.cookies()).filter(({ name }) => name.startsWith('__clerk_db_jwt'))
  expect(names.map(({ value }) => value)).toEqual([names[0]?.value, names[0]?.value])

  // A backend that draws pages passes on what names the browser.
  const drawn = await renderingBackends[0]?.start({
    ...keysOf(),
    publishableKey: inject('keyOnlyPublishableKey'),
  })
  onTestFinished(() => drawn?.close())
  await page.goto('about:blank')
  await context.clearCookies({ name: /^__session/ })
  await page.goto(drawn?.url ?? '')
  await page.getByRole('heading', { name: `Hello ${emailAddress}` }).waitFor()
  expect(page.url()).toBe(`${drawn?.url}/`)

  await page.goto(kit.appUrl())
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('Signed out').waitFor()
  const backend = createClerkClient(keysOf())
  const user = (await backend.users.getUserList({ emailAddress: [emailAddress] })).data[0]
  const filter = { userId: user?.id ?? '', status: 'active' } as const
  expect((await backend.sessions.getSessionList(filter)).totalCount).toBe(0)
}, 120_000)
