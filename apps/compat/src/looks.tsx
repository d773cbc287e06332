import * as localizations from '@clerk/localizations'
import * as themes from '@clerk/themes'
import { type Appearance, ClerkProvider, useClerk } from '@usher/react'
import '@usher/react/styles.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('looks.html has no element with the id "root"')

const asked = new URLSearchParams(window.location.search)
const theme = asked.get('theme')
const language = asked.get('language')

document.documentElement.dir = asked.get('dir') ?? 'ltr'
document.documentElement.className = asked.get('class') ?? ''

const known = {
  dark: themes.dark,
  shadesOfPurple: themes.shadesOfPurple,
  neobrutalism: themes.neobrutalism,
  shadcn: themes.shadcn,
  experimental__simple: themes.experimental__simple,
} satisfies Record<string, Appearance['theme']>

const spoken: Record<string, unknown> = localizations

function Dialogs() {
  const clerk = useClerk()
  return (
    <main>
      <button type="button" onClick={() => clerk.openSignIn()}>
        Open the dialog
      </button>
      <button type="button" onClick={() => clerk.openUserProfile()}>
        Open the profile
      </button>
    </main>
  )
}

createRoot(root).render(
  <ClerkProvider
    publishableKey={import.meta.env.VITE_PUBLISHABLE_KEY}
    proxyUrl={import.meta.env.VITE_PROXY_URL}
    signInUrl="/sign-in"
    signUpUrl="/sign-up"
    nonce="only-this-page"
    appearance={theme ? { theme: known[theme as keyof typeof known] } : undefined}
    localization={language ? spoken[language] : undefined}
  >
    {window.location.pathname === '/dialogs' ? <Dialogs /> : <App />}
  </ClerkProvider>,
)
