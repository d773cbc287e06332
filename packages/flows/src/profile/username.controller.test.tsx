import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsernameSection } from '../../tests/about-screens.tsx'
import { expectButtonFocus, expectFieldError, expectFocus, typedIn } from '../../tests/page.ts'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World

beforeEach(async () => {
  world = await openWorld({
    settings: { username: { enabled: true, required: false, usedForFirstFactor: true } },
  })
  await world.createUser({ ...ada, emailAddress: 'grace@example.com', username: 'grace' })
  await world.signIn(ada)
  world.show(<UsernameSection />)
})
afterEach(() => world.close())

const asked = () => world.requests('username_availability').length

const rename = async (text: string) => {
  await world.user.clear(screen.getByLabelText('Username'))
  await world.typeInto('Username', text)
}

test('somebody who pauses while typing is told whether the username is free', async () => {
  await world.press('Edit')
  expectFocus('Username')
  await rename('Grace')
  await screen.findByText('Grace is taken')
  expect(asked()).toBe(1)
  await rename('ada lovelace')
  await screen.findByText('ada lovelace is invalid (form_username_invalid_character)')
  await rename('AdaLovelace')
  await screen.findByText('AdaLovelace is available')
  await world.typeInto('Username', '{Enter}')
  await screen.findByText('Username: AdaLovelace')
  expectButtonFocus('Edit')
  await waitFor(() => expect(world.signedInUser()?.username).toBe('AdaLovelace'))
})

test('a username that is taken goes back, and what was typed stands in the form again', async () => {
  await world.press('Edit')
  await rename('grace{Enter}')
  await expectFieldError('Username', 'form_identifier_exists')
  expect(typedIn('Username')).toBe('grace')
  await world.press('Cancel')
  expect(screen.getByText('Username: none')).toBeDefined()
})

test('an optional username can be taken away', async () => {
  await world.press('Edit')
  await rename('lovelace{Enter}')
  await screen.findByText('Username: lovelace')
  await world.press('Edit')
  await rename('{Enter}')
  await screen.findByText('Username: none')
  await waitFor(() => expect(world.signedInUser()?.username).toBeNull())
})

test('no answer is no verdict', async () => {
  await world.press('Edit')
  world.network.isBroken = true
  await rename('lovelace')
  await waitFor(() => expect(asked()).toBe(1))
  await waitFor(() => expect(screen.queryByText(/^lovelace is/)).toBeNull())
  world.network.isBroken = false
  await world.typeInto('Username', '{Enter}')
  await screen.findByText('Username: lovelace')
})
