import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectFieldError } from '../../tests/page.ts'
import { Tasks } from '../../tests/task-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const secondFactors = { authenticatorApp: true, phoneCode: false, backupCode: true, required: true }
const another = 'a different good one'

let world: World
beforeEach(async () => {
  world = await openWorld({ settings: { secondFactors } })
  await world.signIn(ada)
})
afterEach(() => world.close())

/** The backend calls the password compromised, and the page hears of it when it is loaded. */
const callCompromised = async () => {
  const id = world.signedInUser()?.id
  await world.server.fetch(
    new Request(`${world.server.url}/v1/users/${id}/password/set_compromised`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.server.secretKey}` },
    }),
  )
}

async function addApp() {
  await world.press('Begin totp')
  const secret = (await screen.findByLabelText('Secret')).textContent ?? ''
  await world.typeInto('Code', await world.server.authenticator(secret))
  await screen.findByText('10 new codes')
}

test('a second factor is set up, its backup codes are seen, and only then it goes on', async () => {
  world.show(<Tasks />)
  await screen.findByRole('heading', { name: 'Choose one' })
  expect(screen.getByText(ada.emailAddress)).toBeTruthy()
  await addApp()
  expect(world.signedInUser()?.twoFactorEnabled).toBe(true)
  expect(world.navigations).toEqual([])
  await world.press('Done')
  await waitFor(() => expect(world.navigations).toEqual(['/app']))
})

test('a new password comes first, and a rule that it breaks is said under its field', async () => {
  await callCompromised()
  await world.reload(<Tasks />)
  await screen.findByRole('heading', { name: 'New password' })
  await world.typeInto('New password', ada.password)
  await world.press('Save')
  await expectFieldError('New password', 'form_new_password_matches_current')
  await world.user.clear(screen.getByLabelText('New password'))
  await world.typeInto('New password', another)
  await world.press('Save')
  await screen.findByRole('heading', { name: 'Choose one' })
  expect(world.navigations).toEqual([])
})

test('a page for one task leads on to that of the next', async () => {
  await callCompromised()
  await world.reload(<Tasks only="reset-password" />)
  await screen.findByRole('heading', { name: 'New password' })
  await world.typeInto('New password', another)
  await world.press('Save')
  await waitFor(() => expect(world.navigations).toEqual(['/sign-in?redirect_url=%2Fapp#/tasks/setup-mfa']))
})

test('who has nothing to do on a page is led on, and nothing is drawn', async () => {
  world.show(<Tasks only="reset-password" />)
  await waitFor(() => expect(world.navigations).toEqual(['/sign-in?redirect_url=%2Fapp#/tasks/setup-mfa']))
  expect(screen.queryByRole('heading')).toBeNull()
})

test('nobody at all is led to signing in', async () => {
  await world.post(`/v1/client/sessions/${world.sessionId()}/end`, {})
  await world.reload(<Tasks />)
  await waitFor(() => expect(world.navigations).toEqual(['/sign-in']))
})

test('what another tab has done is not asked for again', async () => {
  world.show(<Tasks />)
  await screen.findByRole('heading', { name: 'Choose one' })
  const { secret } = (await world.post('/v1/me/totp', {})).response
  await world.post('/v1/me/totp/attempt_verification', { code: await world.server.authenticator(secret) })
  await world.refresh()
  await waitFor(() => expect(world.navigations).toEqual(['/app']))
})

test('the way out of it all ends the session', async () => {
  world.show(<Tasks />)
  await screen.findByRole('heading', { name: 'Choose one' })
  await world.press('Sign out')
  await waitFor(() => expect(world.signedInUser()).toBeNull())
})
