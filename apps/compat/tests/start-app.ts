import { rename } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defaultClientConditions, preview } from 'vite'

const here = fileURLToPath(new URL('..', import.meta.url))

type AppOptions = {
  publishableKey: string
  proxyUrl: string
  /** The page that the application begins on; it is served at every path. */
  page: string
  outDir: string
  alias?: Record<string, string>
  /** For the tags of the page. */
  nonce?: string
  /** The Content-Security-Policy of every answer. */
  policy?: string
}

/** Builds an application as it goes to production, and serves it. */
export async function startApp(options: AppOptions) {
  const { publishableKey, proxyUrl, page, outDir, alias = {}, nonce, policy } = options
  const define = {
    'import.meta.env.VITE_PUBLISHABLE_KEY': JSON.stringify(publishableKey),
    'import.meta.env.VITE_PROXY_URL': JSON.stringify(proxyUrl),
    'import.meta.env.VITE_FRONTEND_API': JSON.stringify(new URL(proxyUrl).host),
  }
  const shared = { root: here, configFile: false as const, logLevel: 'error' as const, plugins: [react()] }
  await build({
    ...{ ...shared, define, resolve: { alias, conditions: ['@usher/source', ...defaultClientConditions] } },
    ...(nonce && { html: { cspNonce: nonce } }),
    build: {
      outDir,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(here, page) },
    },
  })
  await rename(join(outDir, page), join(outDir, 'index.html'))
  const headers = policy ? { 'content-security-policy': policy } : {}
  const server = await preview({ ...shared, build: { outDir }, preview: { port: await freePort(), headers } })
  return { url: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '', close: () => server.close() }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
