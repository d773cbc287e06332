import { createTestAuthenticator, createTestCredentials, type TestCredentials } from '@usher/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ada, openWorld, type World } from '../../tests/page.ts'
import { signInAttempt } from '../queries/attempt.ts'
import { noSignIn } from '../resources/sign-in.ts'
import { toSignInFuture } from '../resources/sign-in-future.ts'
import {
  isWebAuthnAutofillSupported,
  isWebAuthnPlatformAuthenticatorSupported,
  isWebAuthnSupported,
} from './support.ts'

const passkey = {
  enabled: true,
  rpId: '',
  allowAutofill: true,
  showSignInButton: true,
  satisfiesSecondFactor: true,
}

const secondFactors = { authenticatorApp: true, phoneCode: false, backupCode: false }

let world: World
let credentials: TestCredentials
let uninstall: () => void
beforeEach(async () => {
  world = await openWorld({ settings: { passkey, secondFactors } })
  credentials = createTestCredentials(createTestAuthenticator())
  uninstall = credentials.install()
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  uninstall()
  await world.close()
})

/** Somebody with a passkey, and a page of another browser that knows nobody. */
async function openWithPasskey() {
  const page = world.open()
  await world.signUp(page)
  await page.clerk.user!.createPasskey()
  const other = world.open()
  await other.clerk.load()
  return { page, other, user: () => page.clerk.user! }
}

test('a person makes a passkey, gives it a name, signs in with it, and takes it off the account', async () => {
  const { page, other, user } = await openWithPasskey()
  const [made] = user().passkeys
  expect(made).toMatchObject({ backedUp: false, lastUsedAt: null, verification: { status: 'verified' } })
  const renamed = await made!.update({ name: 'Blue key' })
  expect(renamed.name).toBe('Blue key')
  expect(user().passkeys[0]?.name).toBe('Blue key')

  const signIn = await other.clerk.client!.signIn.authenticateWithPasskey({ flow: 'discoverable' })
  expect(signIn.status).toBe('complete')
  await other.clerk.setActive({ session: signIn.createdSessionId! })
  expect(other.clerk.user?.id).toBe(user().id)
  expect(other.clerk.user?.passkeys[0]?.lastUsedAt).toBeInstanceOf(Date)

  expect(await user().passkeys[0]!.delete()).toEqual({ object: 'passkey', id: made!.id, deleted: true })
  expect(page.clerk.user?.passkeys).toEqual([])
})

test('a passkey of the account that was named goes on with that sign-in', async () => {
  const { other } = await openWithPasskey()
  const begun = await other.clerk.client!.signIn.create({ identifier: 'ada@example.com' })
  expect(begun.supportedFirstFactors).toContainEqual({ strategy: 'passkey' })
  const done = await begun.authenticateWithPasskey()
  expect(done).toMatchObject({ id: begun.id, status: 'complete' })
})

test('an app signs in with a passkey on its own screens', async () => {
  const { other } = await openWithPasskey()
  const { api } = other.clerk.__internal
  const now = () => toSignInFuture(signInAttempt(api).current() ?? noSignIn, api)
  expect(await now().passkey()).toMatchObject({ error: { code: 'no_open_sign_in' } })
  credentials.refuseNext()
  expect(await now().passkey({ flow: 'discoverable' })).toMatchObject({
    error: { code: 'passkey_retrieval_cancelled' },
  })
  expect(await now().passkey({ flow: 'discoverable' })).toEqual({ error: null })
  expect(now().status).toBe('complete')
  await now().finalize()
  expect(other.clerk.user?.primaryEmailAddress?.emailAddress).toBe('ada@example.com')
})

test('a field offers passkeys until the person picks one', async () => {
  const { other } = await openWithPasskey()
  const signingIn = other.clerk.client!.signIn.authenticateWithPasskey({ flow: 'autofill' })
  await vi.waitFor(() => expect(credentials.isOffering).toBe(true))
  credentials.pick()
  expect((await signingIn).status).toBe('complete')
})

test('what a field offers ends when the page says so, or when something else is asked for', async () => {
  const { other } = await openWithPasskey()
  const { signIn } = other.clerk.client!
  const leaving = new AbortController()
  const first = signIn.authenticateWithPasskey({ flow: 'autofill', signal: leaving.signal })
  const aborted = expect(first).rejects.toMatchObject({ code: 'passkey_operation_aborted' })
  await vi.waitFor(() => expect(credentials.isOffering).toBe(true))
  leaving.abort()
  await aborted

  const second = signIn.authenticateWithPasskey({ flow: 'autofill' })
  const overtaken = expect(second).rejects.toMatchObject({ code: 'passkey_operation_aborted' })
  await vi.waitFor(() => expect(credentials.isOffering).toBe(true))
  expect((await signIn.authenticateWithPasskey({ flow: 'discoverable' })).status).toBe('complete')
  await overtaken
})

test('what keeps a passkey from being made or used has a code of its own', async () => {
  const { page, other, user } = await openWithPasskey()
  const signIn = () => other.clerk.client!.signIn.authenticateWithPasskey({ flow: 'discoverable' })
  await expect(user().createPasskey()).rejects.toMatchObject({ code: 'passkey_already_exists' })
  await user().passkeys[0]!.delete()
  credentials.refuseNext()
  await expect(page.clerk.user!.createPasskey()).rejects.toMatchObject({
    code: 'passkey_registration_cancelled',
  })
  credentials.refuseNext()
  await expect(signIn()).rejects.toMatchObject({ code: 'passkey_retrieval_cancelled' })
  await expect(signIn()).rejects.toMatchObject({ errors: [{ code: 'passkey_not_registered' }] })
  vi.spyOn(credentials, 'get').mockRejectedValueOnce(new DOMException('no', 'SecurityError'))
  await expect(signIn()).rejects.toMatchObject({ code: 'passkey_invalid_rpID_or_domain' })
  vi.spyOn(credentials, 'get').mockResolvedValueOnce(null as never)
  await expect(signIn()).rejects.toMatchObject({ code: 'passkey_retrieval_failed' })
  expect([isWebAuthnSupported(), await isWebAuthnAutofillSupported()]).toEqual([true, true])
  expect(await isWebAuthnPlatformAuthenticatorSupported()).toBe(false)
  vi.stubGlobal('PublicKeyCredential', undefined)
  expect([isWebAuthnSupported(), await isWebAuthnAutofillSupported()]).toEqual([false, false])
  await expect(signIn()).rejects.toMatchObject({ code: 'passkey_not_supported' })
})

test('a person proves with a passkey once more who they are, as first factor and as second', async () => {
  const { page } = await openWithPasskey()
  world.server.clock.advance(660_000)
  const session = page.clerk.session!
  const begun = await session.startVerification({ level: 'second_factor' })
  expect(begun.supportedFirstFactors).toContainEqual({ strategy: 'passkey' })
  vi.spyOn(credentials, 'get').mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'))
  await expect(session.verifyWithPasskey()).rejects.toMatchObject({ code: 'passkey_retrieval_cancelled' })
  expect((await session.verifyWithPasskey()).status).toBe('complete')
  expect(page.clerk.session!.factorVerificationAge).toEqual([0, -1])

  const { secret } = await page.clerk.user!.createTOTP()
  await page.clerk.user!.verifyTOTP({ code: await world.server.authenticator(secret!) })
  world.server.clock.advance(660_000)
  await session.startVerification({ level: 'second_factor' })
  const proof = { strategy: 'password', password: ada.password }
  const half = await session.attemptFirstFactorVerification(proof)
  expect(half.supportedSecondFactors).toContainEqual({ strategy: 'passkey' })
  expect((await session.verifyWithPasskey({ level: 'second_factor' })).status).toBe('complete')
  expect(page.clerk.session!.factorVerificationAge).toEqual([0, 0])
})
