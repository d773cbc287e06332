import { renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useEmailLink } from './use-email-link.ts'

test('a link is waited for until its component goes, whatever the resource becomes meanwhile', () => {
  const flow = { startEmailLinkFlow: vi.fn(), cancelEmailLinkFlow: vi.fn() }
  const createEmailLinkFlow = vi.fn(() => flow)
  const { result, rerender, unmount } = renderHook(() => useEmailLink({ createEmailLinkFlow }))
  rerender()
  expect(result.current).toBe(flow)
  expect(createEmailLinkFlow).toHaveBeenCalledOnce()
  expect(flow.cancelEmailLinkFlow).not.toHaveBeenCalled()
  unmount()
  expect(flow.cancelEmailLinkFlow).toHaveBeenCalledOnce()
})
