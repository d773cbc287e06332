import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ada, openWorld, type World } from '../../tests/page.ts'
import { EmailLinkErrorCodeStatus, isEmailLinkError } from './email-link-error.ts'

const redirectUrl = 'http://localhost:5173/verify'
let world: World

beforeEach(async () => {
  world = await openWorld({
    settings: { emailLinkSignIn: true, emailVerifications: ['email_code', 'email_link'] },
  })
})
afterEach(async () => {
  window.history.replaceState(null, '', '/')
  await world.close()
})

async function confirm(browser = world.server.browser()) {
  const body = new URL(world.server.inbox.link(ada.emailAddress)).searchParams
  const answer = await browser.fetch('/v1/verify', { method: 'POST', body })
  return new URL(answer.headers.get('location') ?? '')
}

const land = ({ search }: URL) => window.history.replaceState(null, '', `/verify${search}`)

async function openKnown() {
  await world.signUp(world.open())
  const page = world.open(world.server.browser())
  await page.clerk.load()
  return page
}

describe('a link that is waited for', () => {
  test('ends a sign-up', async () => {
    const { clerk, browser } = world.open()
    await clerk.load()
    const signUp = await clerk.client!.signUp.create(ada)
    const waiting = signUp.createEmailLinkFlow().startEmailLinkFlow({ redirectUrl })
    await vi.waitFor(() => world.server.inbox.link(ada.emailAddress))
    await confirm(browser)
    const done = await waiting
    expect(done.status).toBe('complete')
    expect(done.verifications.emailAddress.verifiedFromTheSameClient()).toBe(true)
    await clerk.setActive({ session: done.createdSessionId })
    expect(clerk.user?.primaryEmailAddress?.verification.strategy).toBe('email_link')
  })

  test('ends a sign-in that is confirmed on another device', async () => {
    const { clerk } = await openKnown()
    const signIn = await clerk.client!.signIn.create({ identifier: ada.emailAddress })
    const { emailAddressId = '' } = signIn.supportedFirstFactors!.find(
      (one) => one.strategy === 'email_link',
    )!
    const waiting = signIn.createEmailLinkFlow().startEmailLinkFlow({ emailAddressId, redirectUrl })
    await vi.waitFor(() => world.server.inbox.link(ada.emailAddress))
    await confirm()
    const done = await waiting
    expect(done.status).toBe('complete')
    expect(done.firstFactorVerification.verifiedFromTheSameClient()).toBe(false)
  })

  test('verifies an address of the profile', async () => {
    const page = world.open()
    await world.signUp(page)
    const address = await page.clerk.user!.createEmailAddress({ email: 'work@example.com' })
    const waiting = address.createEmailLinkFlow().startEmailLinkFlow({ redirectUrl })
    await vi.waitFor(() => world.server.inbox.link('work@example.com'))
    const body = new URL(world.server.inbox.link('work@example.com')).searchParams
    await world.server.browser().fetch('/v1/verify', { method: 'POST', body })
    expect((await waiting).verification.status).toBe('verified')
    expect(page.clerk.user!.emailAddresses.map(({ verification }) => verification.status)).toEqual([
      'verified',
      'verified',
    ])
  })

  test('that is too old ends the waiting', async () => {
    const { clerk } = world.open()
    await clerk.load()
    const signUp = await clerk.client!.signUp.create(ada)
    const waiting = signUp.createEmailLinkFlow().startEmailLinkFlow({ redirectUrl })
    await vi.waitFor(() => world.server.inbox.link(ada.emailAddress))
    world.advance(601_000)
    expect((await waiting).verifications.emailAddress.status).toBe('expired')
  })

  test('is waited for no longer once that is cancelled', async () => {
    const { clerk, requests } = world.open()
    await clerk.load()
    const signUp = await clerk.client!.signUp.create(ada)
    const { startEmailLinkFlow, cancelEmailLinkFlow } = signUp.createEmailLinkFlow()
    const settled = vi.fn()
    void startEmailLinkFlow({ redirectUrl }).then(settled, settled)
    await vi.waitFor(() => world.server.inbox.link(ada.emailAddress))
    cancelEmailLinkFlow()
    const asked = requests.length
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect([requests.length - asked, settled.mock.calls.length]).toEqual([0, 0])
  })

  test('shows that a new device is one of the account', async () => {
    await world.close()
    world = await openWorld({ settings: { emailLinkSignIn: true, clientTrust: true } })
    const { clerk } = await openKnown()
    const given = { identifier: ada.emailAddress, password: ada.password }
    const signIn = await clerk.client!.signIn.create(given)
    expect(signIn.status).toBe('needs_client_trust')
    const byLink = signIn.supportedSecondFactors!.find(({ strategy }) => strategy === 'email_link')!
    const { emailAddressId = '' } = byLink
    const waiting = signIn.createEmailLinkFlow().startEmailLinkFlow({ emailAddressId, redirectUrl })
    await vi.waitFor(() => world.server.inbox.link(ada.emailAddress))
    await confirm()
    const done = await waiting
    expect(done.status).toBe('complete')
    expect(done.secondFactorVerification).toMatchObject({ status: 'verified', strategy: 'email_link' })
  })

  test('is waited for through a network that fails', async () => {
    const { clerk, network } = world.open()
    await clerk.load()
    const signUp = await clerk.client!.signUp.create(ada)
    const waiting = signUp.createEmailLinkFlow().startEmailLinkFlow({ redirectUrl })
    await vi.waitFor(() => world.server.inbox.link(ada.emailAddress))
    network.answer = { path: '/v1/client/sign_ups', status: 503 }
    await new Promise((resolve) => setTimeout(resolve, 1500))
    network.answer = 'all'
    await confirm()
    expect((await waiting).status).toBe('complete')
  })
})

describe('the page that a link leads to', () => {
  test('makes the session the active one where it was asked for', async () => {
    const first = await openKnown()
    await first.clerk.client!.signIn.create({
      identifier: ada.emailAddress,
      strategy: 'email_link',
      redirectUrl,
    })
    land(await confirm(first.browser))
    const { clerk, went } = world.open(first.browser)
    await clerk.load()
    await clerk.handleEmailLinkVerification({ redirectUrlComplete: '/app' })
    expect(clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
    expect(went).toEqual(['/app'])
  })

  test('says on another device that it goes on elsewhere', async () => {
    const first = await openKnown()
    await first.clerk.client!.signIn.create({
      identifier: ada.emailAddress,
      strategy: 'email_link',
      redirectUrl,
    })
    land(await confirm())
    const { clerk } = world.open(world.server.browser())
    await clerk.load()
    const onVerifiedOnOtherDevice = vi.fn()
    await clerk.handleEmailLinkVerification({ onVerifiedOnOtherDevice })
    expect(onVerifiedOnOtherDevice).toHaveBeenCalledOnce()
    expect(clerk.user).toBeNull()
  })

  test('goes on with a sign-up that misses something', async () => {
    await world.close()
    world = await openWorld({ settings: { emailVerifications: ['email_link'], firstName: 'required' } })
    const { clerk, browser } = world.open()
    await clerk.load()
    const signUp = await clerk.client!.signUp.create(ada)
    await signUp.prepareEmailAddressVerification({ strategy: 'email_link', redirectUrl })
    land(await confirm(browser))
    const again = world.open(browser)
    await again.clerk.load()
    await again.clerk.handleEmailLinkVerification({ redirectUrl: '/continue' })
    expect(again.went).toEqual(['/continue'])
  })

  test.each([
    ['expired', EmailLinkErrorCodeStatus.Expired],
    ['client_mismatch', EmailLinkErrorCodeStatus.ClientMismatch],
    ['failed', EmailLinkErrorCodeStatus.Failed],
    ['something new', EmailLinkErrorCodeStatus.Failed],
  ])('rejects what the address bar calls %s', async (status, code) => {
    window.history.replaceState(null, '', `/verify?__clerk_status=${encodeURIComponent(status)}`)
    const { clerk } = world.open()
    await clerk.load()
    const error = await clerk.handleEmailLinkVerification({}).catch((thrown: unknown) => thrown)
    expect(isEmailLinkError(error) && error.code).toBe(code)
  })
})
