import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** Builds the pages into the package of the server, which fills in what stands in double braces. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/_accounts/',
  plugins: [react()],
  resolve: { conditions: ['@usher/source', ...defaultClientConditions] },
  html: { cspNonce: '{{nonce}}' },
  build: {
    outDir: fileURLToPath(new URL('../../packages/server/dist/accounts', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
  },
})
