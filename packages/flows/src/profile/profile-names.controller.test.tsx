import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NamesSection } from '../../tests/about-screens.tsx'
import { expectButtonFocus, expectFieldError, expectFocus, typedIn } from '../../tests/page.ts'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World

beforeEach(async () => {
  world = await openWorld()
  await world.signIn(ada)
  world.show(<NamesSection />)
})
afterEach(() => world.close())

const change = async (label: string, text: string) => {
  await world.user.clear(screen.getByLabelText(label))
  await world.typeInto(label, `${text}{Enter}`)
}

test('a changed name shows at once and is kept', async () => {
  await world.press('Edit')
  expectFocus('First name')
  const release = world.holdNetwork()
  await change('First name', ' Ada ')
  expect(screen.getByText('Name: Ada')).toBeDefined()
  expect(world.signedInUser()?.firstName).toBe('Ada')
  release()
  expectButtonFocus('Edit')
  await screen.findByText('Saved')
  expect(world.signedInUser()?.firstName).toBe('Ada')
})

test('a refused name goes back, and what was typed stands in the form again', async () => {
  const tooLong = 'a'.repeat(300)
  await world.press('Edit')
  await change('Last name', tooLong)
  await expectFieldError('Last name', 'form_param_max_length_exceeded')
  expectFocus('Last name')
  expect(typedIn('Last name')).toBe(tooLong)
  await world.press('Cancel')
  expect(screen.getByText('Name: none')).toBeDefined()
  expectButtonFocus('Edit')
})
