import type { EnvironmentJSON } from '@usher/protocol'
import type { FlowSettings } from './kit.ts'

/** Reads from the environment document what the flows ask for. */
export function settingsOf(environment: EnvironmentJSON): FlowSettings {
  const { auth_config, display_config, user_settings } = environment
  const { attributes, password_settings, sign_up } = user_settings
  const identifierKinds = (['email_address', 'username', 'phone_number'] as const).filter(
    (kind) => attributes[kind].enabled && attributes[kind].used_for_first_factor,
  )
  return {
    preferredSignInStrategy: display_config.preferred_sign_in_strategy,
    signUpMode: sign_up.mode,
    isSingleSession: auth_config.single_session_mode,
    hasPassword: attributes.password.enabled,
    canLivePasswordless:
      !attributes.password.required && attributes.email_address.first_factors.includes('email_code'),
    identifierKinds,
    attributes,
    passwordSettings: {
      minLength: password_settings.min_length,
      maxLength: password_settings.max_length,
      requireSpecialChar: password_settings.require_special_char,
      requireNumbers: password_settings.require_numbers,
      requireUppercase: password_settings.require_uppercase,
      requireLowercase: password_settings.require_lowercase,
    },
  }
}

/** Stands in until the environment is known; nothing is drawn from it. */
export const noSettings: FlowSettings = {
  preferredSignInStrategy: 'password',
  signUpMode: 'public',
  isSingleSession: false,
  hasPassword: false,
  canLivePasswordless: false,
  identifierKinds: [],
  attributes: {},
  passwordSettings: {
    minLength: 8,
    maxLength: 128,
    requireSpecialChar: false,
    requireNumbers: false,
    requireUppercase: false,
    requireLowercase: false,
  },
}
