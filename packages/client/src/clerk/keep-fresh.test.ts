import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepFresh } from './keep-fresh.ts'

let asked: string[] = []
let stop = () => {}

beforeEach(() => {
  asked = []
  vi.useFakeTimers()
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function open(options: { polls?: boolean; touches?: boolean; isBehind?: boolean } = {}) {
  const { polls = true, touches = true, isBehind = false } = options
  stop = keepFresh({
    sessionId: () => 'sess_1',
    secondsLeft: () => 0,
    refreshToken: async () => asked.push('token'),
    isBehind: () => isBehind,
    refreshClient: async () => asked.push('client'),
    polls,
    touches: () => touches,
  })
  vi.advanceTimersByTime(11_000)
  window.dispatchEvent(new Event('focus'))
  return asked
}

test('a token is replaced before it ends, and a tab that comes back asks who is signed in', () => {
  expect(open()).toEqual(['token', 'token', 'token', 'client'])
})

test('an app that wants no polling gets its tokens when it asks for them', () => {
  expect(open({ polls: false })).toEqual(['client'])
})

test('an app that touches no session is left alone by a tab that comes back', () => {
  expect(open({ polls: false, touches: false })).toEqual([])
})

test('a page that knows nothing from the server asks at the next sign of life all the same', () => {
  expect(open({ polls: false, touches: false, isBehind: true })).toEqual(['client'])
})
