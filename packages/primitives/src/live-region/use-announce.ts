'use client'
import { useCallback, useEffect } from 'react'

/** How urgently a screen reader says a message: when it is idle, or at once. */
export type Politeness = 'polite' | 'assertive'

const LIFETIME_MS = 5_000
const HIDDEN =
  'position:fixed;inset-block-start:0;inline-size:1px;block-size:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap'

/**
 * Gives a function that says `message` once through a visually hidden live region (WAI-ARIA 1.2, `aria-live`).
 * The document holds one such node for each politeness, created when the first user of the hook mounts, because
 * screen readers miss a message in a region that did not exist before. The text is removed after five seconds, so that nobody
 * who reads the page on finds it.
 */
export function useAnnounce() {
  useEffect(() => {
    regionOf('polite')
    regionOf('assertive')
  }, [])
  return useCallback((message: string, politeness: Politeness = 'polite') => {
    const text = document.createElement('div')
    text.textContent = message
    regionOf(politeness).replaceChildren(text)
    setTimeout(() => text.remove(), LIFETIME_MS)
  }, [])
}

function regionOf(politeness: Politeness): HTMLElement {
  const existing = document.querySelector<HTMLElement>(`[data-live-region="${politeness}"]`)
  if (existing) return existing
  const region = document.createElement('div')
  region.dataset.liveRegion = politeness
  region.setAttribute('aria-live', politeness)
  region.style.cssText = HIDDEN
  document.body.append(region)
  return region
}
