import { errorCodes } from '@usher/protocol/errors'
import { expect, it } from 'vitest'
import { connectedAccountMessages } from './en/connected-accounts.ts'
import { errorMessages } from './en/errors.ts'
import { newCredentialMessages } from './en/new-credentials.ts'
import { passkeyMessages } from './en/passkeys.ts'
import { secondFactorMessages } from './en/second-factors.ts'
import { secondStepMessages } from './en/second-step.ts'
import { ssoMessages } from './en/sso.ts'
import { userProfileMessages } from './en/user-profile.ts'

const catalogs = [
  connectedAccountMessages,
  errorMessages,
  newCredentialMessages,
  passkeyMessages,
  secondFactorMessages,
  secondStepMessages,
  ssoMessages,
  userProfileMessages,
]

/** What a program did wrong, and what a flow answers by itself: no screen ever has to say it. */
const saidToNobody = [
  'actor_token_already_used_code',
  'actor_token_cannot_be_revoked_code',
  'actor_token_revoked_code',
  'authorization_header_format_invalid',
  'authorization_invalid',
  'bad_request',
  'content_type_unsupported',
  'dev_browser_unauthenticated',
  'duplicate_record',
  'form_conditional_param_missing',
  'form_param_duplicate',
  'form_param_unknown',
  'form_password_digest_invalid_code',
  'invitation_account_not_exists',
  'invitation_cannot_be_revoked_code',
  'malformed_request_parameters',
  'method_not_allowed',
  'oauth_callback_invalid',
  'origin_invalid',
  'resource_forbidden',
  'sign_in_not_supported',
  'sign_in_token_already_used_code',
  'sign_in_token_cannot_be_revoked_code',
  'sign_in_token_revoked_code',
  'sign_up_if_missing_transfer',
  'ticket_expired_code',
  'ticket_invalid_code',
  'waitlist_entry_cannot_be_changed_code',
]

it('whatever the server refuses a person is said in words of ours', () => {
  const told = new Set(
    catalogs.flatMap(({ unstable__errors }) =>
      Object.keys(unstable__errors).map((key) => key.split('__')[0]),
    ),
  )
  expect(errorCodes.filter((code) => !told.has(code))).toEqual(saidToNobody)
})
