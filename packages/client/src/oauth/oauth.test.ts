import { type TestBrowser, visitTestProvider } from '@usher/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openWorld, type World } from '../../tests/page.ts'
import { startProvider } from '../../tests/provider.ts'
import type { Clerk } from '../clerk/types.ts'

const strategy = 'oauth_custom_acme'
const pages = { strategy, redirectUrl: '/sso-callback', redirectUrlComplete: '/home' }
const ada = { email: 'ada@example.com' }

let world: World
let provider: Awaited<ReturnType<typeof startProvider>>
const oauth = () => ({ acme: provider.settings })

beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.process.kill())

beforeEach(async () => {
  world = await openWorld({ settings: { oauth: oauth() } })
})
afterEach(() => world.close())

type Settings = NonNullable<Parameters<typeof openWorld>[0]>['settings']

async function anotherWorld(settings: Settings) {
  await world.close()
  world = await openWorld({ settings: { oauth: oauth(), ...settings } })
}

/** A page that notes where it was left for, instead of leaving. */
async function openPage(browser: TestBrowser = world.server.browser()) {
  const left: string[] = []
  const page = world.open(browser, { leave: (url) => void left.push(url) })
  await page.clerk.load()
  return { ...page, left }
}

/** Signs in at the provider and comes back; resolves to where that leads. */
async function comeBack(browser: TestBrowser, url: string | undefined, account: string | null = 'ada') {
  const { pathname, search } = new URL(await visitTestProvider(url ?? '', account))
  const answer = await browser.fetch(`${pathname}${search}`)
  return answer.headers.get('location')
}

const emailOf = (clerk: Clerk) => clerk.user?.primaryEmailAddress?.emailAddress

describe('going to a provider and coming back', () => {
  test('signs somebody up, whom the next page knows', async () => {
    const { clerk, left, browser } = await openPage()
    await clerk.client!.signUp.authenticateWithRedirect(pages)
    expect(await comeBack(browser, left[0])).toBe('http://localhost:3000/home')
    const after = await openPage(browser)
    expect(emailOf(after.clerk)).toBe(ada.email)
    expect(after.clerk.user!.verifiedExternalAccounts).toMatchObject([
      { provider: 'custom_acme', emailAddress: ada.email, verification: { status: 'verified' } },
    ])
    const [account] = after.clerk.user!.externalAccounts
    expect(account!.providerTitle()).toBe('Acme ID Account')
    expect(account!.providerSlug()).toBe('custom_acme')
    expect(account!.accountIdentifier()).toBe(ada.email)
  })

  test('signs somebody up who wanted to sign in, and goes on', async () => {
    const first = await openPage()
    await first.clerk.client!.signIn.authenticateWithRedirect(pages)
    expect(await comeBack(first.browser, first.left[0])).toBe('http://localhost:3000/sso-callback')
    const { clerk, went } = await openPage(first.browser)
    await clerk.handleRedirectCallback({ signUpFallbackRedirectUrl: '/welcome' })
    expect(emailOf(clerk)).toBe(ada.email)
    expect(went).toEqual(['/welcome'])
  })

  test('signs nobody up where that is not wanted', async () => {
    const first = await openPage()
    await first.clerk.client!.signIn.authenticateWithRedirect(pages)
    await comeBack(first.browser, first.left[0])
    const { clerk, went } = await openPage(first.browser)
    await clerk.handleRedirectCallback({ transferable: false, signInUrl: '/in' })
    expect(clerk.user).toBeNull()
    expect(went).toEqual(['/in'])
  })

  test('signs somebody in who wanted to sign up', async () => {
    const known = await openPage()
    await known.clerk.client!.signUp.authenticateWithRedirect(pages)
    await comeBack(known.browser, known.left[0])
    const first = await openPage()
    await first.clerk.client!.signUp.authenticateWithRedirect(pages)
    await comeBack(first.browser, first.left[0])
    const { clerk, went } = await openPage(first.browser)
    await clerk.handleRedirectCallback({ signInForceRedirectUrl: '/app' })
    expect(emailOf(clerk)).toBe(ada.email)
    expect(went).toEqual(['/app'])
  })

  test.each([
    ['/sign-up', {}],
    ['/more', { continueSignUpUrl: '/more' }],
  ])('asks for what is missing at %s', async (page, params) => {
    await anotherWorld({ username: { enabled: true, required: true, usedForFirstFactor: true } })
    const first = await openPage()
    await first.clerk.client!.signUp.authenticateWithRedirect(pages)
    await comeBack(first.browser, first.left[0])
    const { clerk, went } = await openPage(first.browser)
    await clerk.handleRedirectCallback(params)
    expect(went).toEqual([page])
    const done = await clerk.client!.signUp.update({ username: 'lovelace' })
    expect(done.status).toBe('complete')
  })

  test('says what went wrong there', async () => {
    const first = await openPage()
    await first.clerk.client!.signIn.authenticateWithRedirect(pages)
    await comeBack(first.browser, first.left[0], null)
    const { clerk, went } = await openPage(first.browser)
    await clerk.handleRedirectCallback()
    expect(went).toEqual(['/sign-in'])
    expect(clerk.client!.signIn.firstFactorVerification).toMatchObject({
      status: 'failed',
      error: { code: 'oauth_access_denied' },
    })
  })

  test('goes on with somebody who is signed in already', async () => {
    const first = await openPage()
    await first.clerk.client!.signIn.authenticateWithRedirect(pages)
    await world.signUp(world.open(first.browser), {
      emailAddress: 'grace@example.com',
      password: 'another horse battery staple',
    })
    await comeBack(first.browser, first.left[0])
    const { clerk, went } = await openPage(first.browser)
    await clerk.handleRedirectCallback()
    expect(emailOf(clerk)).toBe('grace@example.com')
    expect(went).toEqual(['/'])
  })

  test('is refused for a provider that the server does not know', async () => {
    const { clerk, left } = await openPage()
    const going = clerk.client!.signIn.authenticateWithRedirect({ ...pages, strategy: 'oauth_google' })
    await expect(going).rejects.toMatchObject({ errors: [{ code: 'form_param_value_invalid' }] })
    expect(left).toEqual([])
  })
})

describe('a window of its own', () => {
  const openPopup = () => ({ location: { href: '' }, closed: false, close: vi.fn() })
  const asWindow = (popup: ReturnType<typeof openPopup>) => popup as unknown as Window
  const leavesFor = (popup: ReturnType<typeof openPopup>) =>
    vi.waitFor(() => expect(popup.location.href).not.toBe(''))

  test('signs in, and this page goes on', async () => {
    const { clerk, went, browser } = await openPage()
    const popup = openPopup()
    const going = clerk.client!.signUp.authenticateWithPopup({ ...pages, popup: asWindow(popup) })
    await leavesFor(popup)
    const end = await comeBack(browser, popup.location.href)
    expect(end).toMatch(
      /^http:\/\/localhost:4000\/v1\/popup_callback\?return_url=http%3A%2F%2Flocalhost%3A3000%2Fhome$/,
    )
    const page = await (await browser.fetch(end!)).text()
    expect(page).toContain('"http://localhost:3000"')
    window.dispatchEvent(
      new MessageEvent('message', {
        origin: 'http://localhost:4000',
        source: asWindow(popup),
        data: { usher: 'popup' },
      }),
    )
    await going
    expect(popup.close).toHaveBeenCalled()
    expect(emailOf(clerk)).toBe(ada.email)
    expect(went).toEqual(['/home'])
  })

  test('leads to the page that takes up what is missing', async () => {
    const { clerk, went, browser } = await openPage()
    const popup = openPopup()
    const going = clerk.client!.signIn.authenticateWithPopup({ ...pages, popup: asWindow(popup) })
    await leavesFor(popup)
    await comeBack(browser, popup.location.href)
    popup.closed = true
    await going
    expect(went).toEqual(['/sso-callback'])
  })

  test('that is closed too early is told', async () => {
    const { clerk } = await openPage()
    const popup = openPopup()
    const going = clerk.client!.signIn.authenticateWithPopup({ ...pages, popup: asWindow(popup) })
    await leavesFor(popup)
    popup.closed = true
    await expect(going).rejects.toMatchObject({ code: 'popup_closed' })
  })

  test('hears nobody but the server in that window', async () => {
    const { clerk } = await openPage()
    const popup = openPopup()
    const settled = vi.fn()
    void clerk
      .client!.signIn.authenticateWithPopup({ ...pages, popup: asWindow(popup) })
      .then(settled, settled)
    await leavesFor(popup)
    for (const [origin, source] of [
      ['http://evil.example', popup],
      ['http://localhost:4000', null],
    ] as const)
      window.dispatchEvent(
        new MessageEvent('message', { origin, source: source && asWindow(source), data: { usher: 'popup' } }),
      )
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(settled).not.toHaveBeenCalled()
    popup.closed = true
    await vi.waitFor(() => expect(settled).toHaveBeenCalled())
  })
})

test('a person connects an account, is asked for more, and disconnects it', async () => {
  const { clerk, browser } = await openPage()
  await world.signUp(
    { clerk },
    { emailAddress: 'grace@example.com', password: 'another horse battery staple' },
  )
  const begun = await clerk.user!.createExternalAccount({ strategy, redirectUrl: '/profile' })
  expect(begun.verification.status).toBe('unverified')
  const url = begun.verification.externalVerificationRedirectURL!.href
  expect(await comeBack(browser, url)).toBe('http://localhost:3000/profile')
  await clerk.user!.reload()
  const [account] = clerk.user!.verifiedExternalAccounts
  const more = await account!.reauthorize({ additionalScopes: ['calendar'] })
  await comeBack(browser, more.verification.externalVerificationRedirectURL!.href)
  const user = await clerk.user!.reload()
  expect(user.externalAccounts[0]!.approvedScopes).toBe('openid email profile calendar')
  await user.externalAccounts[0]!.destroy()
  expect(clerk.user!.externalAccounts).toEqual([])
})
