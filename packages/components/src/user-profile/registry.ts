import { lazyPart } from '../elements/lazy-part.tsx'
import { defineSection, type ProfileSection } from './define-section.ts'

/** Sections of the profile in the order in which they stand; each loads when its page opens. */
export const profileSections: ProfileSection[] = [
  defineSection({
    id: 'profile',
    page: 'account',
    isVisible: () => true,
    part: lazyPart(async () => (await import('./sections/profile-section.tsx')).ProfileSection),
  }),
  defineSection({
    id: 'emailAddresses',
    page: 'account',
    isVisible: ({ user_settings: { attributes } }) => attributes.email_address.enabled,
    part: lazyPart(
      async () => (await import('./sections/email-addresses-section.tsx')).EmailAddressesSection,
    ),
  }),
  defineSection({
    id: 'phoneNumbers',
    page: 'account',
    isVisible: ({ user_settings: { attributes } }) => attributes.phone_number.enabled,
    part: lazyPart(async () => (await import('./sections/phone-numbers-section.tsx')).PhoneNumbersSection),
  }),
  defineSection({
    id: 'connectedAccounts',
    page: 'account',
    isVisible: ({ user_settings: { social } }) => Object.keys(social).length > 0,
    part: lazyPart(
      async () => (await import('./sections/connected-accounts-section.tsx')).ConnectedAccountsSection,
    ),
  }),
  defineSection({
    id: 'password',
    page: 'security',
    isVisible: ({ user_settings: { attributes } }) => attributes.password.enabled,
    part: lazyPart(async () => (await import('./sections/password-section.tsx')).PasswordSection),
  }),
  defineSection({
    id: 'passkeys',
    page: 'security',
    isVisible: ({ user_settings: { attributes } }) => attributes.passkey.enabled,
    part: lazyPart(async () => (await import('./sections/passkeys-section.tsx')).PasskeysSection),
  }),
  defineSection({
    id: 'mfa',
    page: 'security',
    isVisible: ({ user_settings }) => user_settings.sign_in.second_factor.enabled,
    part: lazyPart(async () => (await import('./sections/mfa-section.tsx')).MfaSection),
  }),
  defineSection({
    id: 'activeDevices',
    page: 'security',
    isVisible: () => true,
    part: lazyPart(
      async () => (await import('./sections/active-sessions-section.tsx')).ActiveSessionsSection,
    ),
  }),
  defineSection({
    id: 'danger',
    page: 'security',
    isVisible: ({ user_settings }) => user_settings.actions.delete_self,
    part: lazyPart(async () => (await import('./sections/danger-section.tsx')).DangerSection),
  }),
]
