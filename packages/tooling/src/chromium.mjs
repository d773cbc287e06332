import { existsSync } from 'node:fs'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of an installed Chromium or Chrome, or `undefined` when Playwright's own download is to be used. */
export const chromiumPath = () => process.env.USHER_CHROMIUM ?? installed.find((path) => existsSync(path))

/** Launch options for Playwright that work for root and without a network. */
export function chromiumLaunchOptions() {
  const executablePath = chromiumPath()
  return { ...(executablePath ? { executablePath } : {}), args }
}
