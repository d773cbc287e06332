import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { expectButtonFocus, expectHeadingFocus } from '../../tests/page.ts'
import { DangerSection } from '../../tests/security-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World

afterEach(() => world.close())

async function open(deleteSelf: boolean) {
  world = await openWorld({ settings: { deleteSelf } })
  await world.signIn(ada)
  world.show(<DangerSection />)
}

test('nobody sees the danger zone where it is not allowed', async () => {
  await open(false)
  expect(screen.queryByRole('button', { name: 'Delete account' })).toBeNull()
})

test('an account is deleted after the word was typed, and not before', async () => {
  await open(true)
  await world.press('Delete account')
  expectHeadingFocus('Delete your account?')
  await world.press('Cancel')
  expectButtonFocus('Delete account')
  await world.press('Delete account')
  await world.typeInto('Type delete', 'no{Enter}')
  expect(world.requests('DELETE')).toEqual([])
  await world.user.clear(screen.getByLabelText('Type delete'))
  await world.typeInto('Type delete', 'Delete{Enter}')
  await waitFor(() => expect(world.navigations).toEqual(['/']))
  expect(world.signedInUser()).toBeNull()
})
