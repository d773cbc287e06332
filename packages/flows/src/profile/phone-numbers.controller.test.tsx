import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PhoneNumbersSection } from '../../tests/contact-screens.tsx'
import { expectFieldError, expectFocus } from '../../tests/page.ts'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const number = '+306945550123'
let world: World

beforeEach(async () => {
  const phoneNumber = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
  world = await openWorld({ settings: { phoneNumber } })
  await world.signIn(ada)
  world.show(<PhoneNumbersSection />)
})
afterEach(() => world.close())

test('a number is added, proved with the code of a text message, and removed', async () => {
  await world.press('Add phone')
  expectFocus('Phone')
  await world.typeInto('Phone', `${number}{Enter}`)
  await screen.findByText('Code is sent')
  expectFocus('Code')
  await world.typeInto('Code', world.code(number))
  await screen.findByText(`added ${number}`)
  await waitFor(() => expect(world.signedInUser()?.primaryPhoneNumber?.phoneNumber).toBe(number))
  expect(screen.getByRole('listitem').textContent).toContain('Primary')
  // The address is another way in, so the only number may go.
  await world.press(`Remove ${number}`)
  await world.press('Remove')
  await screen.findByText(`removed ${number}`)
  await waitFor(() => expect(world.signedInUser()?.phoneNumbers).toEqual([]))
})

test('what is no number is said under the field, and so is a number of somebody else', async () => {
  await world.press('Add phone')
  await world.typeInto('Phone', '12345{Enter}')
  await expectFieldError('Phone', 'form_param_format_invalid')
  expectFocus('Phone')
})

test('a provider that is down leaves the number to be verified later', async () => {
  world.server.inbox.failNext()
  await world.press('Add phone')
  await world.typeInto('Phone', `${number}{Enter}`)
  await screen.findByText('Code is unsent')
  expect(world.signedInUser()?.phoneNumbers[0]?.verification.status).toBe('unverified')
})
