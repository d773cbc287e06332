import type { InstanceSettings } from './settings.ts'

/** How people sign up and in, in the words of clients that read no `user_settings`. */
export function authConfig(settings: InstanceSettings, instanceId: string) {
  const { emailAddress: email, phoneNumber: phone, username, password, secondFactors, passkey } = settings
  return {
    object: 'auth_config' as const,
    id: `aconf_${instanceId}`,
    first_name: ofName(settings.firstName),
    last_name: ofName(settings.lastName),
    email_address: use(email.enabled, email.required),
    phone_number: use(phone.enabled, phone.required),
    username: use(username.enabled, username.required),
    password: use(password.enabled, password.required),
    identification_requirements: [] as string[][],
    identification_strategies: [
      ...(email.enabled && email.usedForFirstFactor ? ['email_address'] : []),
      ...(phone.enabled && phone.usedForFirstFactor ? ['phone_number'] : []),
      ...(username.enabled && username.usedForFirstFactor ? ['username'] : []),
    ],
    first_factors: [
      ...(password.enabled ? ['password'] : []),
      ...(email.enabled && settings.emailCodeSignIn ? ['email_code'] : []),
      ...(email.enabled && settings.emailLinkSignIn ? ['email_link'] : []),
      ...(phone.enabled && settings.phoneCodeSignIn ? ['phone_code'] : []),
      ...(passkey.enabled ? ['passkey'] : []),
    ],
    second_factors: [
      ...(secondFactors.authenticatorApp ? ['totp'] : []),
      ...(phone.enabled && secondFactors.phoneCode ? ['phone_code'] : []),
      ...(secondFactors.backupCode ? ['backup_code'] : []),
    ],
    email_address_verification_strategies: email.enabled ? settings.emailVerifications : [],
    single_session_mode: settings.singleSessionMode,
    enhanced_email_deliverability: false,
    test_mode: settings.testMode,
    url_based_session_syncing: false,
    claimed_at: null,
    reverification: settings.reverification.enabled,
    session_minter: false,
    preferred_channels: null,
    native_settings: {
      object: 'native_settings' as const,
      api_enabled: true,
      trusted_device_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_up_enabled: false,
    },
  }
}

type Use = 'on' | 'off' | 'required'

const use = (isOn: boolean, isRequired: boolean): Use => (isOn ? (isRequired ? 'required' : 'on') : 'off')
const ofName = (name: 'off' | 'optional' | 'required'): Use => (name === 'optional' ? 'on' : name)
