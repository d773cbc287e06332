import { ClerkProvider } from '@usher/react'
import { Navigate, Route, Routes, useNavigate } from 'react-router'
import { FocusPage } from './focus-page.tsx'
import { HostBar } from './host-bar.tsx'
import { AccountsPage } from './pages/accounts-page.tsx'
import { CustomPage } from './pages/custom-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { MissingKeyPage } from './pages/missing-key-page.tsx'
import { ProfilePage } from './pages/profile-page.tsx'
import { SessionsPage } from './pages/sessions-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { SignUpPage } from './pages/sign-up-page.tsx'

/** The demo: one page for each component, and one that builds its own screens on hooks and primitives. */
export function App() {
  const navigate = useNavigate()
  const publishableKey = import.meta.env.VITE_CLERK_PUBLISHABLE_KEY
  if (!publishableKey) return <MissingKeyPage />
  return (
    <ClerkProvider
      publishableKey={publishableKey}
      signInUrl="/sign-in"
      signUpUrl="/sign-up"
      userProfileUrl="/profile"
      routerPush={(to) => navigate(to)}
      routerReplace={(to) => navigate(to, { replace: true })}
    >
      <HostBar />
      <Routes>
        <Route path="/" element={<HomePage />} />
        <Route path="/sign-in/*" element={<SignInPage />} />
        <Route path="/sign-up/*" element={<SignUpPage />} />
        <Route path="/profile/*" element={<ProfilePage />} />
        <Route path="/sessions" element={<SessionsPage />} />
        <Route path="/accounts" element={<AccountsPage />} />
        <Route path="/custom" element={<CustomPage />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
      <FocusPage />
    </ClerkProvider>
  )
}
