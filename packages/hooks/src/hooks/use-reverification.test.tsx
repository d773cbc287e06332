import { renderHook, waitFor } from '@testing-library/react'
import { isReverificationCancelledError } from '@usher/client'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ada, openWorld, type World } from '../../tests/world.tsx'
import { useAskedReverification } from './use-asked-reverification.ts'
import { useAuth } from './use-auth.ts'
import { type UseReverificationOptions, useReverification } from './use-reverification.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Somebody who signed in a while ago. */
async function openStale() {
  await world.signIn()
  world.server.clock.advance(660_000)
  vi.setSystemTime(world.server.clock.now())
  const page = world.open()
  await page.clerk.load()
  return page
}

type Page = Awaited<ReturnType<typeof openStale>>

const hint = {
  clerk_error: {
    type: 'forbidden',
    reason: 'reverification-error',
    metadata: { reverification: { level: 'first_factor', afterMinutes: 5 } },
  },
}

function use<Given extends (...args: never[]) => unknown>(
  page: Page,
  fetcher: Given,
  options?: UseReverificationOptions,
) {
  const draw = () => ({ call: useReverification(fetcher, options), asked: useAskedReverification() })
  return renderHook(draw, { wrapper: ({ children }) => page.around(children) }).result
}

async function proveWithPassword({ clerk }: Page) {
  await clerk.session!.startVerification({ level: 'second_factor' })
  const proof = { strategy: 'password', password: ada.password }
  return clerk.session!.attemptFirstFactorVerification(proof)
}

const addAddress = (page: Page) => () => page.clerk.user!.createEmailAddress({ email: 'new@example.com' })

test('what the server refuses is done by itself once the person has proved who they are', async () => {
  const page = await openStale()
  const result = use(page, addAddress(page))
  const done = result.current.call()
  await waitFor(() => expect(result.current.asked?.level).toBe('first_factor'))
  expect((await proveWithPassword(page)).status).toBe('complete')
  act(() => result.current.asked!.complete())
  expect((await done).emailAddress).toBe('new@example.com')
  expect(result.current.asked).toBeNull()
})

test('who does not want to is told apart from every other failure, and nothing was done', async () => {
  const page = await openStale()
  const result = use(page, addAddress(page))
  const done = result.current.call().catch((error: unknown) => error)
  await waitFor(() => expect(result.current.asked).not.toBeNull())
  act(() => result.current.asked!.cancel())
  expect(isReverificationCancelledError(await done)).toBe(true)
  expect(page.clerk.user!.emailAddresses).toHaveLength(1)
})

test('an app asks in a screen of its own', async () => {
  const page = await openStale()
  const onNeedsReverification = vi.fn()
  const result = use(page, addAddress(page), { onNeedsReverification })
  const done = result.current.call()
  await waitFor(() => expect(onNeedsReverification).toHaveBeenCalledOnce())
  expect(result.current.asked).toBeNull()
  await proveWithPassword(page)
  onNeedsReverification.mock.calls[0]![0].complete()
  expect((await done).emailAddress).toBe('new@example.com')
})

describe('a backend of the app', () => {
  test.each([
    ['a value', () => hint],
    ['a response', () => new Response(JSON.stringify(hint), { status: 403 })],
  ])('wants a new proof by %s, and is asked once more', async (_, refuse) => {
    const page = await openStale()
    const onNeedsReverification = vi.fn(({ complete }) => complete())
    const fetcher = vi.fn(async (name: string): Promise<unknown> => ({ hello: name }))
    fetcher.mockImplementationOnce(async () => refuse())
    const result = use(page, fetcher, { onNeedsReverification })
    expect(await result.current.call('Ada')).toEqual({ hello: 'Ada' })
    expect(fetcher.mock.calls).toEqual([['Ada'], ['Ada']])
    expect(onNeedsReverification.mock.calls[0]![0].level).toBe('first_factor')
  })

  test('fails for another reason, and nobody is asked', async () => {
    const page = await openStale()
    const onNeedsReverification = vi.fn()
    const refused = new Error('no such order')
    const result = use(page, () => Promise.reject(refused), { onNeedsReverification })
    await expect(result.current.call()).rejects.toBe(refused)
    expect(onNeedsReverification).not.toHaveBeenCalled()
  })
})

test('where nobody draws dialogs, the refusal is what the server said', async () => {
  const page = await openStale()
  const { result } = renderHook(() => useReverification(addAddress(page)), {
    wrapper: ({ children }) => page.around(children),
  })
  await expect(result.current()).rejects.toMatchObject({
    errors: [{ code: 'session_reverification_required' }],
  })
})

test('the function that comes back never changes', async () => {
  const page = await openStale()
  const { result, rerender } = renderHook(() => useReverification(() => 1), {
    wrapper: ({ children }) => page.around(children),
  })
  const before = result.current
  rerender()
  expect(result.current).toBe(before)
})

test('has() tells how lately somebody proved who they are', async () => {
  const page = await openStale()
  const { result } = renderHook(() => useAuth(), { wrapper: ({ children }) => page.around(children) })
  const has = (reverification: Parameters<typeof result.current.has>[0]['reverification']) =>
    result.current.has({ reverification: reverification! })
  expect([has('strict'), has('moderate'), has('strict_mfa')]).toEqual([false, true, false])
  expect(has({ level: 'first_factor', afterMinutes: 11 })).toBe(false)
  expect(has({ level: 'first_factor', afterMinutes: 12 })).toBe(true)
  await act(() => proveWithPassword(page))
  expect([has('strict'), has('strict_mfa')]).toEqual([true, true])
  expect(result.current.has({ role: 'org:admin' })).toBe(false)
  expect(result.current.has({ role: 'org:admin', reverification: 'lax' })).toBe(false)
  await act(() => page.clerk.signOut())
  expect(has('lax')).toBe(false)
})
