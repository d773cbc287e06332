import { screen } from '@testing-library/react'
import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ada, openWorld, type World } from '../../tests/world.tsx'
import { type UseSignInReturn, useSignIn } from './use-sign-in.ts'
import { type UseSignUpReturn, useSignUp } from './use-sign-up.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

let [signing, joining]: [UseSignInReturn, UseSignUpReturn] = [] as never

function Screen() {
  signing = useSignIn()
  joining = useSignUp()
  return <p>{signing.isLoaded ? `${signing.signIn.status} ${joining.signUp?.status}` : 'loading'}</p>
}

test('a sign-up is made, proved and made active by hand', async () => {
  const page = world.open()
  await page.show(<Screen />)
  await act(() => joining.signUp?.create(ada))
  expect(screen.getByText('null missing_requirements')).toBeDefined()
  await act(() => joining.signUp?.prepareEmailAddressVerification())
  const code = world.server.inbox.code(ada.emailAddress)
  let complete = joining.signUp
  await act(async () => {
    complete = await joining.signUp?.attemptEmailAddressVerification({ code })
  })
  expect(complete?.status).toBe('complete')
  await act(() => joining.setActive?.({ session: complete?.createdSessionId }))
  expect(page.clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
})

test('whoever goes on with the object that a screen began with is not left behind', async () => {
  const page = world.open()
  await page.show(<Screen />)
  const { signUp } = joining
  await act(() => signUp!.create(ada))
  await act(() => signUp!.prepareEmailAddressVerification())
  const code = world.server.inbox.code(ada.emailAddress)
  await act(() => signUp!.attemptEmailAddressVerification({ code }))
  expect(signUp).toMatchObject({ status: 'complete' })
  await act(() => joining.setActive?.({ session: signUp!.createdSessionId }))
  expect(page.clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
})

test('a sign-in that is refused rejects, and can be tried again', async () => {
  await world.signIn()
  const page = world.open()
  await page.show(<Screen />)
  await act(() => page.clerk.signOut())
  const give = (password: string) => signing.signIn?.create({ identifier: ada.emailAddress, password })
  await expect(act(() => give('not this one'))).rejects.toMatchObject({
    errors: [{ code: 'form_password_incorrect' }],
  })
  let complete = signing.signIn
  await act(async () => {
    complete = await give(ada.password)
  })
  expect(complete?.status).toBe('complete')
  await act(() => signing.setActive?.({ session: complete?.createdSessionId }))
  expect(page.clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
})

test('nothing is there before loading', () => {
  const page = world.open()
  void page.show(<Screen />)
  expect(signing).toEqual({ isLoaded: false, signIn: undefined, setActive: undefined })
  expect(joining).toEqual({ isLoaded: false, signUp: undefined, setActive: undefined })
})
