import { screen } from '@testing-library/react'
import { act, useEffect } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ada, openWorld, type World } from '../../tests/world.tsx'
import { SignedIn } from '../guards/signed-in.tsx'
import { SignedOut } from '../guards/signed-out.tsx'
import { type UseSignUpReturn, useSignUp } from './use-sign-up.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const life = { mounted: 0, unmounted: 0, statuses: new Set<string>() }
let form: UseSignUpReturn

function Form() {
  form = useSignUp()
  life.statuses.add(form.signUp.status)
  useEffect(() => {
    life.mounted += 1
    return () => {
      life.unmounted += 1
    }
  }, [])
  return <p>{form.errors.global?.[0]?.code ?? form.signUp.status}</p>
}

const screens = (
  <>
    <SignedOut>
      <Form />
    </SignedOut>
    <SignedIn>hello</SignedIn>
  </>
)

async function toComplete() {
  await act(() => form.signUp.password(ada))
  await act(() => form.signUp.verifications.sendEmailCode())
  const code = world.server.inbox.code(ada.emailAddress)
  await act(() => form.signUp.verifications.verifyEmailCode({ code }))
}

test('the form of somebody who has finished stays until the app goes on', async () => {
  await world.open().show(screens)
  Object.assign(life, { mounted: 0, unmounted: 0, statuses: new Set() })
  await toComplete()
  expect(screen.getByText('complete')).toBeDefined()
  expect(screen.queryByText('hello')).toBeNull()
  expect(life).toEqual({ mounted: 0, unmounted: 0, statuses: new Set(['missing_requirements', 'complete']) })
  await act(() => form.signUp.finalize())
  expect(screen.getByText('hello')).toBeDefined()
  expect(screen.queryByText('complete')).toBeNull()
})

test('somebody who reloads instead is signed in', async () => {
  await world.open().show(screens)
  await toComplete()
  const again = world.open()
  await again.show(<SignedIn>welcome back</SignedIn>)
  expect(screen.getByText('welcome back')).toBeDefined()
})

test.each([
  ['no answer', 'none' as const, 'network_error'],
  ['a failing server', 502, 'unexpected_error'],
])('%s is told as such, and not as a verdict on a field', async (_, answer, code) => {
  const page = world.open()
  await page.show(screens)
  page.network.answer = answer
  await act(() => form.signUp.password(ada))
  expect(screen.getByText(code)).toBeDefined()
  expect(form.errors.global?.[0]?.longMessage).toMatch(/\w{3}/)
  expect(Object.values(form.errors.fields).every((field) => field === null)).toBe(true)
  expect(form.errors.raw).toBeNull()
  expect(form.fetchStatus).toBe('idle')
  page.network.answer = 'all'
  await act(() => form.signUp.password(ada))
  expect(form.errors.global).toBeNull()
})

test('somebody who begins anew begins another sign-up', async () => {
  await world.open().show(screens)
  await act(() => form.signUp.password(ada))
  const first = form.signUp.id
  await act(() => form.signUp.reset())
  expect(form.signUp.id).toBeUndefined()
  expect(form.signUp.emailAddress).toBeNull()
  await act(() => form.signUp.password({ ...ada, emailAddress: 'grace@example.com' }))
  expect(form.signUp.emailAddress).toBe('grace@example.com')
  expect(form.signUp.id).not.toBe(first)
})

test('a handler reads what its own actions made of the sign-up that it began with', async () => {
  await world.open().show(screens)
  const { signUp } = form
  await act(() => signUp.password(ada))
  expect(signUp.status).toBe('missing_requirements')
  expect(signUp.unverifiedFields).toEqual(['email_address'])
  await act(() => signUp.verifications.sendEmailCode())
  await act(() => signUp.verifications.verifyEmailCode({ code: world.server.inbox.code(ada.emailAddress) }))
  expect(signUp.status).toBe('complete')
  await act(() => signUp.finalize())
  expect(screen.getByText('hello')).toBeDefined()
})

test('every answer makes another sign-up, so that effects and memos see it', async () => {
  await world.open().show(screens)
  const before = form.signUp
  await act(() => form.signUp.password(ada))
  expect(form.signUp).not.toBe(before)
})
