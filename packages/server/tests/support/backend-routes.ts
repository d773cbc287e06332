import { accessRoutes } from './backend-access-routes.ts'
import { type BackendRoute, userRoutes } from './backend-user-routes.ts'
import {
  answer,
  type Field,
  flag,
  format,
  id,
  needed,
  nested,
  object,
  oneOf,
  page,
  text,
  value,
  whole,
  words,
} from './field-faults.ts'

const aDecade = 315_360_000
const seconds = whole(1, aDecade)
const userId = needed(id)
const status = oneOf(['', value])
const manyIds: Field = {
  isNeeded: true,
  faults: [
    ['user_x', format],
    [[7], format],
    [[], value],
    [{}, format],
    [Array(51).fill('x'), 'form_param_max_length_exceeded'],
    [['x'.repeat(65)], 'form_param_max_length_exceeded'],
  ],
}

/** Every route of the Backend API and every field that it takes; what ends something comes last. */
export const backendRoutes: Record<string, BackendRoute> = {
  ...userRoutes,
  ...accessRoutes,
  'POST /v1/email_addresses': {
    fields: {
      user_id: userId,
      email_address: needed(text(254, ['no address', format], ['', format])),
      verified: flag,
      primary: flag,
      notify_primary_email_address_changed: flag,
    },
    good: ({ ada }) => ({ user_id: ada.userId, email_address: 'one.more@example.com' }),
  },
  'GET /v1/email_addresses/:id': {},
  'PATCH /v1/email_addresses/:id': {
    fields: { verified: flag, primary: flag, notify_primary_email_address_changed: flag },
  },
  'POST /v1/email_addresses/:id/attempt_verification': {
    fields: { verification_id: needed(id), code: needed(text(64)) },
    good: ({ ada: { ids } }) => ({ verification_id: ids.verifications, code: '000000' }),
  },
  'POST /v1/email_addresses/:id/prepare_verification': {},
  'POST /v1/phone_numbers': {
    fields: {
      user_id: userId,
      phone_number: needed(text(64, ['no number', format], ['', format])),
      verified: flag,
      primary: flag,
      reserved_for_second_factor: flag,
    },
    good: ({ ada }) => ({ user_id: ada.userId, phone_number: '+306945550199' }),
  },
  'GET /v1/phone_numbers/:id': {},
  'PATCH /v1/phone_numbers/:id': {
    fields: { verified: flag, primary: flag, reserved_for_second_factor: flag },
  },
  'POST /v1/phone_numbers/:id/attempt_verification': {
    fields: { verification_id: needed(id), code: needed(text(64)) },
    good: ({ ada: { ids } }) => ({ verification_id: ids.number_verifications, code: '000000' }),
  },
  'POST /v1/phone_numbers/:id/prepare_verification': {},
  'GET /v1/sessions': {
    fields: {
      ...page,
      paginated: answer,
      client_id: words(64),
      user_id: words(64),
      status: oneOf(['', value], [['active', 'ended'], value]),
    },
  },
  'POST /v1/sessions': { fields: { user_id: userId }, good: ({ ada }) => ({ user_id: ada.userId }) },
  'GET /v1/sessions/:id': {},
  'POST /v1/sessions/:id/tokens': { fields: { expires_in_seconds: whole(30, aDecade) } },
  'GET /v1/clients': { fields: { ...page, paginated: answer } },
  'GET /v1/clients/:id': {},
  'POST /v1/testing_tokens': {},
  'POST /v1/sign_in_tokens': {
    fields: { user_id: userId, expires_in_seconds: seconds },
    good: ({ ada }) => ({ user_id: ada.userId }),
  },
  'POST /v1/actor_tokens': {
    fields: {
      user_id: userId,
      actor: needed({
        ...object,
        faults: [
          ...object.faults,
          [{}, format],
          [{ sub: 7 }, format],
          [{ sub: '' }, format],
          [{ sub: 'x'.repeat(257) }, format],
          [{ sub: 'x', more: 'x'.repeat(2048) }, format],
          [`{"sub":"x","deep":${nested(6_000)}}`, format],
          [`{"sub":"x","deep":${nested(100_000)}}`, format],
        ],
      }),
      expires_in_seconds: seconds,
      session_max_duration_in_seconds: seconds,
    },
    good: ({ ada }) => ({ user_id: ada.userId, actor: { sub: 'support' } }),
  },
  'POST /v1/sign_in_tokens/:id/revoke': {},
  'POST /v1/actor_tokens/:id/revoke': {},
  'POST /v1/users/:id/lock': {},
  'POST /v1/users/:id/unlock': {},
  'DELETE /v1/users/:id/passkeys/:passkeyId': {},
  'DELETE /v1/users/:userId/external_accounts/:id': {},
  'DELETE /v1/users/:id/mfa': {},
  'DELETE /v1/users/:id/totp': {},
  'DELETE /v1/users/:id/backup_code': {},
  'DELETE /v1/users/:id/profile_image': {},
  'POST /v1/sessions/:id/revoke': {},
  'DELETE /v1/email_addresses/:id': {},
  'DELETE /v1/phone_numbers/:id': {},
  'POST /v1/users/:id/password/set_compromised': { fields: { revoke_all_sessions: flag } },
  'POST /v1/users/:id/password/unset_compromised': {},
  'POST /v1/users/:id/remove_password': { fields: { sign_out_of_other_sessions: flag } },
  'PUT /v1/users/:id/email_address': {
    fields: {
      email_address: needed(text(254, ['no address', format], ['', format])),
      identification_status: status,
      notify_primary_email_address_changed: flag,
    },
    good: () => ({ email_address: 'only@example.com' }),
  },
  'PUT /v1/users/:id/phone_number': {
    fields: {
      phone_number: needed(text(64, ['no number', format], ['', format])),
      identification_status: status,
    },
    good: () => ({ phone_number: '+306945550198' }),
  },
  'POST /v1/users/:id/ban': {},
  'POST /v1/users/:id/unban': {},
  'POST /v1/users/ban': { fields: { user_ids: manyIds }, good: ({ ada }) => ({ user_ids: [ada.userId] }) },
  'POST /v1/users/unban': { fields: { user_ids: manyIds }, good: ({ ada }) => ({ user_ids: [ada.userId] }) },
  'DELETE /v1/users/:id': {},
}

/**
 * The cookie of a browser is known to nobody else (`backend-clients.test.ts`), a picture is no field (`backend-profile-image.test.ts`), a nonce serves once (`handshake.test.ts`), nobody makes an
 * organization (`backend-user-rights.test.ts`), and a list has no name (`backend-invitations.test.ts`),
 * nor is anybody invited twice (`waitlist.test.ts`).
 */
export const checkedElsewhere = [
  'POST /v1/users/:id/profile_image',
  'GET /v1/clients/handshake_payload',
  'POST /v1/clients/verify',
  'POST /v1/organizations',
  'POST /v1/invitations/bulk',
  'POST /v1/waitlist_entries/bulk',
  'POST /v1/waitlist_entries/:id/invite',
  'POST /v1/waitlist_entries/:id/reject',
]
