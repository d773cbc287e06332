import { ClerkProvider, OrganizationSwitcher } from '@clerk/react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('key-only.html has no element with the id "root"')

// Neither an address of the server nor a script of the clients: both follow from the key.
createRoot(root).render(
  <ClerkProvider
    publishableKey={import.meta.env.VITE_PUBLISHABLE_KEY}
    signInUrl="/sign-in"
    signUpUrl="/sign-up"
    telemetry={false}
  >
    {window.location.pathname === '/organizations' && <OrganizationSwitcher />}
    <App />
  </ClerkProvider>,
)
