import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '@usher/tooling/chromium'

const serverPort = Number(process.env.DEMO_TEST_SERVER_PORT ?? 4100)
const demoPort = Number(process.env.DEMO_TEST_PORT ?? 5273)
const cli = fileURLToPath(new URL('../../packages/server/src/node/cli.ts', import.meta.url))
// Workers read this file too; only the first reader makes the folder, and removes it at the end.
if (!process.env.DEMO_TEST_DATA) {
  const folder = mkdtempSync(join(tmpdir(), 'usher-demo-'))
  process.env.DEMO_TEST_DATA = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}

// Built once: unbundled, every new browser of a test would fetch hundreds of modules.
const vite = `${process.execPath} node_modules/vite/bin/vite.js`
const pages = join(process.env.DEMO_TEST_DATA, 'pages')

/** The demo as a person uses it: a server with an empty database, the pages, and Chromium. */
export default defineConfig({
  testDir: 'tests',
  workers: 1,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  use: {
    baseURL: `http://localhost:${demoPort}`,
    launchOptions: chromiumLaunchOptions(),
    trace: 'retain-on-failure',
  },
  metadata: { inboxUrl: `http://localhost:${serverPort}/_inbox.json` },
  projects: [
    { name: 'wide, light', use: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } },
    { name: 'narrow, dark', use: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' } },
  ],
  webServer: [
    {
      command: `${process.execPath} --conditions=@usher/source ${cli} serve`,
      url: `http://localhost:${serverPort}/v1/health`,
      env: { USHER_PORT: String(serverPort), USHER_DATA: process.env.DEMO_TEST_DATA, USHER_LIMITS: 'off' },
    },
    {
      command: `${vite} build --outDir ${pages} --emptyOutDir && ${vite} preview --outDir ${pages} --port ${demoPort}`,
      url: `http://localhost:${demoPort}`,
      env: {
        VITE_CLERK_PUBLISHABLE_KEY: `pk_test_${btoa(`127.0.0.1:${serverPort}$`)}`,
        VITE_USHER_URL: `http://localhost:${serverPort}`,
      },
    },
  ],
})
