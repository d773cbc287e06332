import { afterEach, beforeEach, expect, test } from 'vitest'
import { ada, openWorld, type World } from '../../tests/page.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({
    settings: { secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: false } },
  })
})
afterEach(() => world.close())

test('a person proves both factors again, and then removes the app', async () => {
  const page = world.open()
  await world.signUp(page)
  const { secret } = await page.clerk.user!.createTOTP()
  await page.clerk.user!.verifyTOTP({ code: await world.server.authenticator(secret!) })
  world.advance(660_000)
  await expect(page.clerk.user!.disableTOTP()).rejects.toMatchObject({
    errors: [
      {
        code: 'session_reverification_required',
        meta: { reverification: { level: 'second_factor' } },
      },
    ],
  })
  const session = page.clerk.session!
  const begun = await session.startVerification({ level: 'second_factor' })
  expect(begun).toMatchObject({ status: 'needs_first_factor', level: 'second_factor' })
  expect(begun.session).toMatchObject({ id: session.id, factorVerificationAge: [11, 11] })
  const byMail = begun.supportedFirstFactors!.find(({ strategy }) => strategy === 'email_code')!
  const sent = await session.prepareFirstFactorVerification(byMail)
  expect(sent.firstFactorVerification).toMatchObject({ status: 'unverified', strategy: 'email_code' })
  const code = world.server.inbox.code(ada.emailAddress)
  const half = await session.attemptFirstFactorVerification({ strategy: 'email_code', code })
  expect(half).toMatchObject({
    status: 'needs_second_factor',
    supportedSecondFactors: [{ strategy: 'totp' }],
  })
  const proof = { strategy: 'totp', code: await world.server.authenticator(secret!) }
  expect((await session.attemptSecondFactorVerification(proof)).status).toBe('complete')
  expect(page.clerk.session!.factorVerificationAge).toEqual([0, 0])
  await page.clerk.user!.disableTOTP()
  expect(page.clerk.user!.totpEnabled).toBe(false)
})
