import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { chromiumLaunchOptions } from './chromium.mjs'

const source = '@usher/source'
const clientConditions = [source, ...defaultClientConditions]
const serverConditions = [source, ...defaultServerConditions]

/** Vitest settings of a package that runs in Node. */
export const nodeTests = (include = ['src/**/*.test.ts']) =>
  defineConfig({
    resolve: { conditions: serverConditions },
    ssr: { resolve: { conditions: serverConditions } },
    test: { environment: 'node', include },
  })

/** Vitest settings of a package whose tests need a document, but no layout or focus of a real browser. */
export const documentTests = (include = ['src/**/*.test.{ts,tsx}']) =>
  defineConfig({
    plugins: [react()],
    resolve: { conditions: clientConditions },
    ssr: { resolve: { conditions: serverConditions } },
    test: { environment: 'jsdom', include },
  })

/** Vitest settings of a package whose tests run in Chromium. `optimize` lists every dependency that its tests load. */
export const browserTests = (optimize: string[], include = ['src/**/*.test.{ts,tsx}']) =>
  defineConfig({
    plugins: [react()],
    resolve: { conditions: clientConditions, dedupe: ['react', 'react-dom'] },
    optimizeDeps: {
      include: [
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-runtime',
        'react/jsx-dev-runtime',
        ...optimize,
      ],
    },
    test: {
      include,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: chromiumLaunchOptions() }),
        instances: [{ browser: 'chromium' }],
      },
    },
  })
