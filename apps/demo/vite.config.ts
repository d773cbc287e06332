import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

// USHER_DEMO_DIST=1 runs the demo on the built packages, as an app outside this workspace would.
const fromSource = process.env.USHER_DEMO_DIST !== '1'

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: [...(fromSource ? ['@usher/source'] : []), ...defaultClientConditions] },
  server: { port: 5173, strictPort: true },
  preview: { port: 5173, strictPort: true },
})
