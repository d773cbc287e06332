import type { SignUpJSON } from '@usher/protocol'
import type { ContactKind } from '../../database/schema/contacts.ts'
import type { Deps } from '../../deps.ts'
import { contacts } from '../../identifiers/contact.ts'
import type { SignUpView } from '../../usecases/client-view.ts'
import { contactOf, signUpRequirements, strategyOfProof } from '../../usecases/sign-up-requirements.ts'
import { presentFlow } from './oauth.ts'
import { presentSignUpVerification, presentVerification } from './verification.ts'

/** A sign-up as its browser sees it; its status follows from what is missing. */
export function presentSignUp(
  { settings, clock }: Deps,
  { signUp, verifications, flow }: SignUpView,
): SignUpJSON {
  const now = clock.now()
  const needs = signUpRequirements(settings, signUp)
  const verify = (kind: ContactKind) => {
    const { norm, verifiedAtClient: byClient } = contactOf(signUp, kind)
    if (norm === null) return null
    const strategy = strategyOfProof(signUp, kind, verifications)
    const sent = verifications.find((row) => row.target_norm === norm)
    const supported = contacts[kind].verifications(settings)
    return presentSignUpVerification(supported, strategy === null ? null : { strategy, byClient }, sent, now)
  }
  const proved = signUp.external_strategy
  const byProvider = proved === null ? null : { strategy: proved, byClient: signUp.client_id }
  const external = flow
    ? presentFlow(flow, now)
    : byProvider && presentVerification(byProvider, undefined, now)
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
      email_address: verify('email_address'),
      phone_number: verify('phone_number'),
      web3_wallet: null,
      external_account: external,
    },
    email_address: signUp.email_address,
    phone_number: signUp.phone_number,
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
