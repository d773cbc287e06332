import { Clerk } from '@clerk/clerk-js'
import { ClerkProvider } from '@clerk/react'
import { ui } from '@clerk/ui'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

createRoot(root).render(
  <ClerkProvider
    publishableKey={import.meta.env.VITE_PUBLISHABLE_KEY}
    proxyUrl={window.proxyUrl ?? import.meta.env.VITE_PROXY_URL}
    Clerk={Clerk}
    ui={ui}
    signInUrl="/sign-in"
    signUpUrl="/sign-up"
    telemetry={false}
  >
    <App />
  </ClerkProvider>,
)
