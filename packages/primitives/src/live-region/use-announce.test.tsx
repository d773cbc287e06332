import { expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useAnnounce } from './use-announce.ts'

const regions = (politeness: string) => document.querySelectorAll(`[data-live-region=${politeness}]`)

test('A message is said through one hidden node, however many components speak', async () => {
  const first = await renderHook(() => useAnnounce())
  const second = await renderHook(() => useAnnounce())
  first.result.current('Email verified')
  expect(regions('polite')).toHaveLength(1)
  expect(regions('polite')[0]).toHaveTextContent('Email verified')
  expect(regions('polite')[0]).toHaveAttribute('aria-live', 'polite')
  expect(regions('assertive')[0]).toHaveTextContent('')
  second.result.current('You are offline', 'assertive')
  expect(regions('assertive')).toHaveLength(1)
  expect(regions('assertive')[0]).toHaveTextContent('You are offline')
  expect(regions('polite')[0]?.getBoundingClientRect().width).toBe(1)
})

test('The same message said again is a new one', async () => {
  const { result } = await renderHook(() => useAnnounce())
  result.current('Copied')
  const before = regions('polite')[0]?.firstChild
  result.current('Copied')
  expect(regions('polite')[0]?.firstChild).not.toBe(before)
  expect(regions('polite')[0]?.childNodes).toHaveLength(1)
})

test('A message does not stay for a person who reads the page later', async () => {
  vi.useFakeTimers()
  const { result } = await renderHook(() => useAnnounce())
  result.current('Copied')
  vi.advanceTimersByTime(10_000)
  expect(regions('polite')[0]).toHaveTextContent('')
  vi.useRealTimers()
})
