import { authConfig } from './auth-config.ts'
import { displayConfig } from './display-config.ts'
import { nameOfProvider, oauthStrategyOf } from './oauth.ts'
import { type InstanceSettings, passwordLimits, usernameLimits } from './settings.ts'

export type InstanceIdentity = {
  /** Names the instance in the ids of the document: `env_<instanceId>` and so on. */
  instanceId: string
  mode: 'development' | 'production'
}

type AttributeJSON = {
  enabled: boolean
  required: boolean
  used_for_first_factor: boolean
  first_factors: string[]
  used_for_second_factor: boolean
  second_factors: string[]
  verifications: string[]
  verify_at_sign_up: boolean
  immutable: boolean
}

/** A provider with whose accounts people sign in. */
export type SocialProviderJSON = {
  enabled: boolean
  required: boolean
  authenticatable: boolean
  block_email_subaddresses: boolean
  not_selectable: boolean
  deprecated: boolean
  strategy: string
  name: string
  logo_url: string | null
}

export type EnvironmentJSON = ReturnType<typeof toEnvironment>

/** The document that `GET /v1/environment` answers with: what the screens may show and ask for. */
export function toEnvironment(settings: InstanceSettings, { instanceId, mode }: InstanceIdentity) {
  return {
    object: 'environment' as const,
    id: `env_${instanceId}`,
    maintenance_mode: false,
    client_debug_mode: false,
    partitioned_cookies: false,
    auth_config: authConfig(settings, instanceId),
    display_config: displayConfig(settings, { instanceId, mode }),
    user_settings: userSettings(settings),
    organization_settings: organizationSettings,
    commerce_settings: commerceSettings,
    api_keys_settings: { enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
    protect_config: { object: 'protect_config' as const, id: `prot_${instanceId}`, loaders: [] as string[] },
  }
}

function userSettings(settings: InstanceSettings) {
  return {
    attributes: attributes(settings),
    social: social(settings),
    saml: { enabled: false },
    enterprise_sso: { enabled: false, self_serve_sso: false },
    sign_in: {
      second_factor: {
        required: settings.secondFactors.required === true,
        enabled: settings.secondFactors.authenticatorApp,
      },
    },
    sign_up: {
      captcha_enabled: false,
      captcha_widget_type: 'smart',
      custom_action_required: false,
      progressive: true,
      mode: settings.signUpMode,
      legal_consent_enabled: settings.legalConsent,
      allowlist_only: settings.allowlist,
      mfa: { required: settings.secondFactors.required === true },
    },
    restrictions: {
      allowlist: { enabled: settings.allowlist },
      blocklist: { enabled: settings.blocklist },
      allowlist_blocklist_disabled_on_sign_in: { enabled: true },
      block_email_subaddresses: { enabled: false },
      block_disposable_email_domains: { enabled: false },
    },
    password_settings: {
      disable_hibp: true,
      enforce_hibp_on_sign_in: false,
      disable_password_reverification: false,
      min_length: settings.password.minLength,
      max_length: passwordLimits.maxLength,
      require_special_char: false,
      require_numbers: false,
      require_uppercase: false,
      require_lowercase: false,
      show_zxcvbn: false,
      min_zxcvbn_strength: 0,
      allowed_special_characters: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    },
    passkey_settings: {
      allow_autofill: settings.passkey.enabled && settings.passkey.allowAutofill,
      show_sign_in_button: settings.passkey.enabled && settings.passkey.showSignInButton,
      satisfies_second_factor: settings.passkey.satisfiesSecondFactor,
    },
    username_settings: {
      min_length: usernameLimits.minLength,
      max_length: usernameLimits.maxLength,
      allow_extended_special_characters: false,
      allow_numeric_usernames: false,
    },
    attack_protection: {
      user_lockout: {
        enabled: true,
        max_attempts: settings.lockAfter,
        duration_in_minutes: Math.ceil(settings.lockDuration / 60_000),
      },
      pii: { enabled: true },
      email_link: { require_same_client: settings.emailLinkSameBrowser },
      enumeration_protection: { enabled: settings.enumerationProtection },
    },
    actions: {
      delete_self: settings.deleteSelf,
      create_organization: false,
      create_organizations_limit: null,
    },
  }
}

function social({ oauth }: InstanceSettings): Record<string, SocialProviderJSON> {
  const providers = Object.entries(oauth).map(([key, { name, logoUrl }]) => ({
    enabled: true,
    required: false,
    authenticatable: true,
    block_email_subaddresses: false,
    not_selectable: false,
    deprecated: false,
    strategy: oauthStrategyOf(key),
    name: name ?? nameOfProvider(key),
    logo_url: logoUrl ?? null,
  }))
  return Object.fromEntries(providers.map((provider) => [provider.strategy, provider]))
}

function attributes(settings: InstanceSettings) {
  const { emailAddress: email, phoneNumber: phone, username, secondFactors } = settings
  const isSecondByPhone = phone.enabled && secondFactors.phoneCode
  return {
    email_address: attribute({
      enabled: email.enabled,
      required: email.required,
      used_for_first_factor: email.usedForFirstFactor,
      first_factors: email.usedForFirstFactor ? emailFactors(settings) : [],
      verifications: settings.emailVerifications,
      verify_at_sign_up: email.verifyAtSignUp,
    }),
    phone_number: {
      ...attribute({
        enabled: phone.enabled,
        required: phone.enabled && phone.required,
        used_for_first_factor: phone.enabled && phone.usedForFirstFactor,
        first_factors:
          phone.enabled && phone.usedForFirstFactor && settings.phoneCodeSignIn ? ['phone_code'] : [],
        used_for_second_factor: isSecondByPhone,
        second_factors: isSecondByPhone ? ['phone_code'] : [],
        verifications: phone.enabled ? ['phone_code'] : [],
        verify_at_sign_up: phone.enabled && phone.verifyAtSignUp,
      }),
      channels: phone.enabled ? ['sms'] : [],
      default_country: phone.defaultCountry ?? null,
    },
    username: attribute({
      enabled: username.enabled,
      required: username.enabled && username.required,
      used_for_first_factor: username.enabled && username.usedForFirstFactor,
    }),
    first_name: attribute(nameAttribute(settings.firstName)),
    last_name: attribute(nameAttribute(settings.lastName)),
    password: attribute({ enabled: settings.password.enabled, required: settings.password.required }),
    web3_wallet: attribute({}),
    ticket: attribute({}),
    authenticator_app: attribute(secondFactor('totp', secondFactors.authenticatorApp)),
    backup_code: attribute(secondFactor('backup_code', secondFactors.backupCode)),
    passkey: attribute({
      enabled: settings.passkey.enabled,
      used_for_first_factor: settings.passkey.enabled,
      first_factors: settings.passkey.enabled ? ['passkey'] : [],
      verifications: settings.passkey.enabled ? ['passkey'] : [],
    }),
  }
}

const emailFactors = ({ emailCodeSignIn, emailLinkSignIn }: InstanceSettings) => [
  ...(emailCodeSignIn ? ['email_code'] : []),
  ...(emailLinkSignIn ? ['email_link'] : []),
]

const nameAttribute = (use: 'off' | 'optional' | 'required') => ({
  enabled: use !== 'off',
  required: use === 'required',
})

const secondFactor = (strategy: string, isOn: boolean) => ({
  enabled: isOn,
  used_for_second_factor: isOn,
  second_factors: isOn ? [strategy] : [],
})

const attribute = (given: Partial<AttributeJSON>): AttributeJSON => ({
  enabled: false,
  required: false,
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: false,
  immutable: false,
  ...given,
})

// Enabled with empty lists: real clients block a development page that mounts an organization component otherwise.
const organizationSettings = {
  enabled: true,
  max_allowed_memberships: 5,
  creator_role: 'org:admin',
  force_organization_selection: false,
  actions: { admin_delete: true },
  domains: { enabled: false, enrollment_modes: [] as string[], default_role: null },
  slug: { disabled: false },
  organization_creation_defaults: { enabled: false },
}

const commerceSettings = {
  billing: {
    stripe_publishable_key: null,
    organization: { enabled: false, has_paid_plans: false },
    user: { enabled: false, has_paid_plans: false },
  },
}
