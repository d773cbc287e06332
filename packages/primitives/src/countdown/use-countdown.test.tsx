import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useCountdown } from './use-countdown.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('A person sees the seconds go by, and the end', async () => {
  const until = Date.now() + 2500
  const { result, act } = await renderHook(() => useCountdown(until))
  expect(result.current).toBe(3)
  await act(() => vi.advanceTimersByTime(500))
  expect(result.current).toBe(2)
  await act(() => vi.advanceTimersByTime(1000))
  expect(result.current).toBe(1)
  await act(() => vi.advanceTimersByTime(1000))
  expect(result.current).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('Nothing to wait for is no seconds and no timer', async () => {
  const { result } = await renderHook(() => useCountdown(null))
  expect(result.current).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('A person who comes back to a sleeping tab sees the time that is really left', async () => {
  const until = new Date(Date.now() + 60_000)
  const { result, act } = await renderHook(() => useCountdown(until))
  expect(result.current).toBe(60)
  vi.setSystemTime(until.getTime() - 5000)
  await act(() => vi.advanceTimersByTime(1000))
  expect(result.current).toBe(4)
})

test('An app may hand in its own clock, and a new end starts again', async () => {
  const now = () => 1_000_000
  const { result, rerender } = await renderHook((until?: number) => useCountdown(until ?? null, now), {
    initialProps: 1_030_000,
  })
  expect(result.current).toBe(30)
  await rerender(1_010_000)
  expect(result.current).toBe(10)
})
