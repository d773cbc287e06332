import { chromiumLaunchOptions } from '@usher/tooling/chromium'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll } from 'vitest'

/** One Chromium for a test file; every person gets a context, and so a cookie jar, of their own. */
export function withChromium() {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(chromiumLaunchOptions())
  })
  afterAll(() => browser.close())
  return {
    /** @param proxyUrl another server than the usual one */
    async newPage(proxyUrl?: string) {
      const context = await browser.newContext()
      if (proxyUrl) await context.addInitScript((url) => Object.assign(window, { proxyUrl: url }), proxyUrl)
      return context.newPage()
    },
  }
}
