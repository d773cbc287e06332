import { act } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ada, openWorld, type World } from '../../tests/world.tsx'
import type { InitialState } from '../provider/clerk-context.ts'
import { useAuth } from './use-auth.ts'
import { useSession } from './use-session.ts'
import { useUser } from './use-user.ts'

let world: World
let root: Root | undefined
beforeEach(async () => {
  world = await openWorld()
})
afterEach(async () => {
  act(() => root?.unmount())
  await world.close()
})

const seen: string[] = []

function Who() {
  const { isLoaded, user } = useUser()
  const { session } = useSession()
  const { userId, isSignedIn } = useAuth()
  const name = user === undefined ? 'loading' : (user?.primaryEmailAddress?.emailAddress ?? 'nobody')
  const text = `${name} ${isLoaded} ${isSignedIn} ${userId === user?.id} ${session?.id ?? session}`
  if (seen.at(-1) !== text) seen.push(text)
  return <p>{text}</p>
}

/** Renders as a server does, then takes the page over in the browser. */
async function hydrate(initialState: InitialState | undefined) {
  const onServer = world.open()
  const html = renderToString(onServer.around(<Who />, { initialState }))
  expect(onServer.requests).toEqual([])
  const container = document.createElement('div')
  container.innerHTML = html
  const text = container.textContent
  seen.length = 0
  const errors: unknown[] = []
  const page = world.open()
  await act(async () => {
    const onRecoverableError = (error: unknown) => errors.push(error)
    root = hydrateRoot(container, page.around(<Who />, { initialState }), { onRecoverableError })
  })
  await act(() => page.clerk.load())
  return { text, errors, now: container.textContent }
}

test('a page that a server rendered for somebody never shows anything else', async () => {
  const session = await world.signIn()
  const initialState = { userId: session.user.id, sessionId: session.id, user: session.user, session }
  const { text, errors, now } = await hydrate(initialState)
  expect(text).toBe(`${ada.emailAddress} true true true ${session.id}`)
  expect(errors).toEqual([])
  expect(now).toBe(text)
  expect(seen).toEqual([text])
})

test('a page that a server rendered for nobody never shows anything else', async () => {
  const { text, errors, now } = await hydrate({ userId: null, sessionId: null })
  expect(text).toBe('nobody true false false null')
  expect(errors).toEqual([])
  expect(now).toBe(text)
  expect(seen).toEqual([text])
})

test('a page whose server knows only the ids loads the person', async () => {
  const session = await world.signIn()
  const { text, errors, now } = await hydrate({ userId: session.user.id, sessionId: session.id })
  expect(text).toBe('loading false true false undefined')
  expect(errors).toEqual([])
  expect(now).toBe(`${ada.emailAddress} true true true ${session.id}`)
})

test('a page whose server says nothing loads', async () => {
  const { text, errors, now } = await hydrate(undefined)
  expect(text).toBe('loading false undefined true undefined')
  expect(errors).toEqual([])
  expect(now).toBe('nobody true false false null')
})

test('a page that hydrates after somebody has signed out shows that, and no mismatch', async () => {
  const session = await world.signIn()
  const state = { userId: session.user.id, sessionId: session.id, user: session.user, session }
  const container = document.createElement('div')
  container.innerHTML = renderToString(world.open().around(<Who />, { initialState: state }))
  const page = world.open()
  await page.clerk.load()
  await page.clerk.signOut()
  const errors: unknown[] = []
  await act(async () => {
    const onRecoverableError = (error: unknown) => errors.push(error)
    root = hydrateRoot(container, page.around(<Who />, { initialState: state }), { onRecoverableError })
  })
  expect(errors).toEqual([])
  expect(container.textContent).toBe('nobody true false false null')
})
