import { lazy } from 'react'
import { defineSection, type ProfileSection } from './define-section.ts'

/** Sections of the profile in the order in which they stand; each loads when its page opens. */
export const profileSections: ProfileSection[] = [
  defineSection({
    id: 'profile',
    page: 'account',
    isVisible: ({ user_settings: { attributes } }) =>
      attributes.first_name.enabled || attributes.last_name.enabled,
    Section: lazy(() =>
      import('./sections/profile-section.tsx').then((module) => ({ default: module.ProfileSection })),
    ),
  }),
  defineSection({
    id: 'emailAddresses',
    page: 'account',
    isVisible: ({ user_settings: { attributes } }) => attributes.email_address.enabled,
    Section: lazy(() =>
      import('./sections/email-addresses-section.tsx').then((module) => ({
        default: module.EmailAddressesSection,
      })),
    ),
  }),
  defineSection({
    id: 'password',
    page: 'security',
    isVisible: ({ user_settings: { attributes } }) => attributes.password.enabled,
    Section: lazy(() =>
      import('./sections/password-section.tsx').then((module) => ({ default: module.PasswordSection })),
    ),
  }),
  defineSection({
    id: 'activeDevices',
    page: 'security',
    isVisible: () => true,
    Section: lazy(() =>
      import('./sections/active-sessions-section.tsx').then((module) => ({
        default: module.ActiveSessionsSection,
      })),
    ),
  }),
  defineSection({
    id: 'danger',
    page: 'security',
    isVisible: ({ user_settings }) => user_settings.actions.delete_self,
    Section: lazy(() =>
      import('./sections/danger-section.tsx').then((module) => ({ default: module.DangerSection })),
    ),
  }),
]
