import type { SignUpJSON } from '@usher/protocol'
import type { Deps } from '../../deps.ts'
import type { SignUpView } from '../../usecases/client-view.ts'
import { signUpRequirements } from '../../usecases/sign-up-requirements.ts'
import { presentSignUpVerification } from './verification.ts'

/** A sign-up as its browser sees it; its status follows from what is missing. */
export function presentSignUp({ settings, clock }: Deps, { signUp, verifications }: SignUpView): SignUpJSON {
  const now = clock.now()
  const needs = signUpRequirements(settings, signUp)
  const code = verifications.find((row) => row.target_norm === signUp.email_address_norm)
  const proved =
    signUp.email_verified_at === null
      ? null
      : { at: signUp.email_verified_at, strategy: 'email_code', byClient: signUp.email_verified_at_client }
  const isComplete = signUp.created_user_id !== null
  return {
    object: 'sign_up_attempt',
    id: signUp.id,
    status: isComplete ? 'complete' : signUp.abandon_at <= now ? 'abandoned' : 'missing_requirements',
    required_fields: needs.requiredFields,
    optional_fields: needs.optionalFields,
    missing_fields: isComplete ? [] : needs.missingFields,
    unverified_fields: needs.unverifiedFields,
    verifications: {
      email_address: signUp.email_address === null ? null : presentSignUpVerification(proved, code, now),
      phone_number: null,
      web3_wallet: null,
      external_account: null,
    },
    email_address: signUp.email_address,
    phone_number: null,
    web3_wallet: null,
    username: signUp.username,
    has_password: signUp.password_digest !== null,
    password_enabled: signUp.password_digest !== null,
    first_name: signUp.first_name,
    last_name: signUp.last_name,
    unsafe_metadata: JSON.parse(signUp.unsafe_metadata),
    public_metadata: {},
    custom_action: false,
    external_id: null,
    created_session_id: signUp.created_session_id,
    created_user_id: signUp.created_user_id,
    abandon_at: signUp.abandon_at,
    legal_accepted_at: signUp.legal_accepted_at,
    locale: signUp.locale,
    external_account: null,
    protect_check: null,
  }
}
