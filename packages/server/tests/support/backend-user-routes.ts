import type { World } from './backend-world.ts'
import {
  answer,
  digits,
  type Field,
  flag,
  format,
  id,
  metadata,
  needed,
  oneOf,
  page,
  text,
  texts,
  value,
  whole,
  wordList,
  words,
} from './field-faults.ts'
import { goodPassword } from './people.ts'

export type BackendRoute = {
  /** What the route takes, in the body or, of a GET, in the query. */
  fields?: Record<string, Field>
  /** A request of which nothing is wrong. */
  good?: (world: World) => Record<string, unknown>
}

/** Any value but none at all. */
const unsupported: Field = {
  isNeeded: false,
  faults: [
    ['x', 'form_param_unknown'],
    [['x'], 'form_param_unknown'],
  ],
}
const time = text(
  64,
  ['yesterday', format],
  ['2026-13-01T00:00:00Z', format],
  ['2026-02-31T00:00:00Z', format],
  ['1767603600000', format],
)
const statuses: Field = {
  isNeeded: false,
  faults: [
    ['verified', format],
    [['odd'], value],
    [[7], value],
    [{}, format],
    [Array(101).fill('verified'), 'form_param_max_length_exceeded'],
  ],
}
const moment = digits(0, Number.MAX_SAFE_INTEGER)

const profile = {
  external_id: text(256),
  first_name: text(256),
  last_name: text(256),
  username: text(256, ['a', 'form_username_invalid_length'], ['a b c d', 'form_username_invalid_character']),
  locale: text(64),
  password: {
    isNeeded: false,
    faults: [
      [7, format],
      [{}, format],
      ['', 'form_param_nil'],
      ['short', 'form_password_length_too_short'],
      ['x'.repeat(20_000), 'form_password_size_in_bytes_exceeded'],
      ['a\0b', format],
    ],
  },
  password_digest: text(4096),
  password_hasher: oneOf(['', value]),
  totp_secret: text(256, ['tooshort', format], ['!'.repeat(32), format]),
  backup_codes: texts(128, 20, ['short', format], ['$2nonsense', format]),
  skip_password_checks: flag,
  public_metadata: metadata,
  private_metadata: metadata,
  unsafe_metadata: metadata,
  delete_self_enabled: flag,
  bypass_client_trust: flag,
  create_organization_enabled: flag,
  create_organizations_limit: whole(0, 2_147_483_647),
  legal_accepted_at: time,
  created_at: time,
} satisfies Record<string, Field>

const filters = {
  query: words(256),
  user_id: wordList(320, 100),
  external_id: wordList(320, 100),
  email_address: wordList(320, 100),
  username: wordList(320, 100),
  phone_number: wordList(320, 100),
  web3_wallet: wordList(320, 100),
  organization_id: wordList(320, 100),
  provider: words(64),
  provider_user_id: wordList(320, 100),
  email_address_query: words(256),
  phone_number_query: words(256),
  username_query: words(256),
  name_query: words(256),
  banned: answer,
  created_at_before: moment,
  created_at_after: moment,
  last_active_at_before: moment,
  last_active_at_after: moment,
  last_active_at_since: moment,
  last_sign_in_at_before: moment,
  last_sign_in_at_after: moment,
}

/** The routes of users that leave everybody as able to sign in as before. */
export const userRoutes: Record<string, BackendRoute> = {
  'GET /v1/users': {
    fields: {
      ...filters,
      ...page,
      order_by: wordList(64, 10),
      starting_after: words(64, ['user_nobody', value]),
    },
  },
  'GET /v1/users/count': { fields: filters },
  'POST /v1/users': {
    fields: {
      ...profile,
      web3_wallet: unsupported,
      primary_web3_wallet_id: unsupported,
      profile_image_id: unsupported,
      email_address: texts(
        320,
        100,
        ['no address', format],
        ['', format],
        [['eve@example.com', 'no address'], format],
        [['eve@example.com', 'EVE@example.com'], 'form_param_duplicate'],
        ['grace@example.com', 'form_identifier_exists'],
      ),
      email_address_identification_status: statuses,
      phone_number: texts(64, 100, ['no number', format], ['', format], ['12', format]),
      phone_number_identification_status: statuses,
      skip_password_requirement: flag,
      skip_user_requirement: flag,
      skip_legal_checks: flag,
      banned: flag,
      locked: flag,
    },
    good: () => ({ email_address: ['new@example.com'], password: `${goodPassword} new` }),
  },
  'GET /v1/users/:id': {},
  'PATCH /v1/users/:id': {
    fields: {
      ...profile,
      web3_wallet: unsupported,
      primary_web3_wallet_id: unsupported,
      profile_image_id: unsupported,
      primary_email_address_id: id,
      primary_phone_number_id: id,
      notify_primary_email_address_changed: flag,
      skip_legal_checks: flag,
      sign_out_of_other_sessions: flag,
    },
    good: () => ({ first_name: 'Augusta' }),
  },
  'PATCH /v1/users/:id/metadata': {
    fields: { public_metadata: metadata, private_metadata: metadata, unsafe_metadata: metadata },
  },
  'PUT /v1/users/:id/metadata': {
    fields: { public_metadata: metadata, private_metadata: metadata, unsafe_metadata: metadata },
  },
  'GET /v1/users/:id/organization_memberships': { fields: page },
  'GET /v1/users/:id/organization_invitations': { fields: page },
  'GET /v1/organizations': { fields: page },
  'GET /v1/users/:id/oauth_access_tokens/:provider': { fields: { ...page, paginated: answer } },
  'POST /v1/users/:id/verify_password': {
    fields: {
      password: {
        isNeeded: true,
        faults: [
          [7, format],
          [null, format],
          ['a\0b', format],
        ],
      },
    },
    good: ({ ada }) => ({ password: ada.password }),
  },
  'POST /v1/users/:id/verify_totp': {
    fields: { code: needed(text(128)) },
    good: ({ ada }) => ({ code: ada.backupCode }),
  },
}
