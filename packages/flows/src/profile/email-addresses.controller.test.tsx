import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EmailAddressesSection } from '../../tests/contact-screens.tsx'
import { expectButtonFocus, expectFieldError, expectFocus, expectHeadingFocus } from '../../tests/page.ts'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const second = 'ada@work.example'
let world: World

beforeEach(async () => {
  world = await openWorld()
  await world.signIn(ada)
  world.show(<EmailAddressesSection />)
})
afterEach(() => world.close())

const rows = () => screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'))
const expectRowFocus = (name: string) =>
  waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listitem', { name })))
const sends = () => world.requests('prepare_verification').length

async function add(emailAddress = second) {
  await world.press('Add email')
  await world.typeInto('Email', `${emailAddress}{Enter}`)
  await screen.findByText('Code is sent')
}

async function addVerified() {
  await add()
  await world.typeInto('Code', world.code(second))
  await screen.findByText(`added ${second}`)
}

describe('adding an address', () => {
  test('asks for its code in the same panel and ends at its row', async () => {
    await world.press('Add email')
    expectFocus('Email')
    await world.typeInto('Email', `${second}{Enter}`)
    await screen.findByText(`Sent to ${second}`)
    await screen.findByText('Code is sent')
    expectFocus('Code')
    expect(sends()).toBe(1)
    await world.typeInto('Code', world.code(second))
    await screen.findByText(`added ${second}`)
    await expectRowFocus(second)
    expect(rows()).toEqual([ada.emailAddress, second])
  })

  test('says what is wrong with it', async () => {
    await world.press('Add email')
    await world.typeInto('Email', 'not an address{Enter}')
    await expectFieldError('Email', 'form_param_format_invalid')
    expectFocus('Email')
    await world.press('Cancel')
    expectButtonFocus('Add email')
  })

  test('can be left unverified and taken up again later', async () => {
    await add()
    await world.press('Cancel')
    await expectRowFocus(second)
    await world.press(`Verify ${second}`)
    await screen.findByText('Code is sent')
    expect(sends()).toBe(1)
    await world.press('Cancel')
    expectButtonFocus(`Verify ${second}`)
    world.advance(11 * 60_000)
    await world.press(`Verify ${second}`)
    await waitFor(() => expect(sends()).toBe(2))
    await screen.findByText('Code is sent')
    await world.typeInto('Code', world.code(second))
    await screen.findByText(`verified ${second}`)
  })

  test('survives a wrong code', async () => {
    await add()
    await world.typeInto('Code', '000000')
    await expectFieldError('Code', 'form_code_incorrect')
    expectFocus('Code')
    await world.user.keyboard(world.code(second))
    await screen.findByText(`added ${second}`)
  })
})

test('a second address becomes the primary one and the first can go', async () => {
  await addVerified()
  await world.press(`Make ${second} primary`)
  await screen.findByText(`primary ${second}`)
  await expectRowFocus(second)
  expect(rows()).toEqual([second, ada.emailAddress])
  await world.press(`Remove ${ada.emailAddress}`)
  expectHeadingFocus(`Remove ${ada.emailAddress}?`)
  await world.press('Cancel')
  expectButtonFocus(`Remove ${ada.emailAddress}`)
  await world.press(`Remove ${ada.emailAddress}`)
  await world.press('Remove')
  await screen.findByText(`removed ${ada.emailAddress}`)
  await expectRowFocus(second)
  expect(rows()).toEqual([second])
})

test('another primary address shows at once, and goes back with words when it cannot be kept', async () => {
  await addVerified()
  world.network.isBroken = true
  const release = world.holdNetwork()
  await world.press(`Make ${second} primary`)
  expect(rows()).toEqual([second, ada.emailAddress])
  release()
  await screen.findByText('unreachable')
  expect(rows()).toEqual([ada.emailAddress, second])
  await expectRowFocus(second)
})

test('S39: the last verified address has no way to be removed', () => {
  expect(screen.queryByRole('button', { name: `Remove ${ada.emailAddress}` })).toBeNull()
})
