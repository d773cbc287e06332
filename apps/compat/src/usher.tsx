import { ClerkProvider } from '@usher/react'
import '@usher/react/styles.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('usher.html has no element with the id "root"')

createRoot(root).render(
  <ClerkProvider
    publishableKey={import.meta.env.VITE_PUBLISHABLE_KEY}
    proxyUrl={window.proxyUrl ?? import.meta.env.VITE_PROXY_URL}
    signInUrl="/sign-in"
    signUpUrl="/sign-up"
  >
    <App />
  </ClerkProvider>,
)
