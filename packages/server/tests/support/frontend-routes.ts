import { digits, type Field, flag, id, metadata, needed, oneOf, text, texts, words } from './field-faults.ts'

export type FrontendRoute = {
  /** What the route takes, in the body or, of a GET, in the query. */
  fields: Record<string, Field>
  /** Fields without which the faulty one would not be the only fault. */
  good?: Record<string, unknown>
}

const password = text(16_384)
const strategy = text(64)
const code = text(64)
const url = text(2048)
const redirect = {
  redirect_url: url,
  action_complete_redirect_url: url,
  oidc_prompt: text(64),
  oidc_login_hint: text(320),
}

const signUp: FrontendRoute = {
  fields: {
    ...redirect,
    strategy,
    email_address: text(254),
    phone_number: text(64),
    username: text(256),
    password,
    first_name: text(256),
    last_name: text(256),
    unsafe_metadata: metadata,
    legal_accepted: flag,
    locale: text(64),
    timezone: text(64),
    transfer: flag,
    ticket: text(4096),
  },
}

const prepareFactor: FrontendRoute = {
  fields: { strategy: needed(strategy), email_address_id: id, phone_number_id: id, redirect_url: url },
  good: { strategy: 'email_code' },
}

const attemptFactor: FrontendRoute = {
  fields: { strategy: needed(strategy), code, password, public_key_credential: text(16_384) },
  good: { strategy: 'email_code', code: '000000' },
}

const signIns = '/v1/client/sign_ins'
const signUps = '/v1/client/sign_ups'
const session = '/v1/client/sessions/:id'
const passkeyOnly = oneOf(['', 'form_param_value_invalid'])

/** Every route of the Frontend API that takes fields, and all of them. */
export const frontendRoutes: Record<string, FrontendRoute> = {
  [`POST ${signIns}`]: {
    fields: {
      ...redirect,
      strategy,
      identifier: text(320),
      password,
      transfer: flag,
      sign_up_if_missing: flag,
      ticket: text(4096),
      locale: text(64),
      timezone: text(64),
    },
  },
  [`POST ${signIns}/:id/prepare_first_factor`]: prepareFactor,
  [`POST ${signIns}/:id/attempt_first_factor`]: attemptFactor,
  [`POST ${signIns}/:id/prepare_second_factor`]: prepareFactor,
  [`POST ${signIns}/:id/attempt_second_factor`]: attemptFactor,
  [`POST ${signIns}/:id/reset_password`]: {
    fields: { password: needed(password), sign_out_of_other_sessions: flag },
    good: { password: 'one more good password' },
  },
  [`POST ${signUps}`]: signUp,
  [`PATCH ${signUps}/:id`]: signUp,
  [`POST ${signUps}/:id/prepare_verification`]: {
    fields: { strategy: needed(strategy), redirect_url: url, channel: text(64) },
    good: { strategy: 'email_code' },
  },
  [`POST ${signUps}/:id/attempt_verification`]: {
    fields: { strategy: needed(strategy), code },
    good: { strategy: 'email_code', code: '000000' },
  },
  [`POST ${session}/touch`]: { fields: { active_organization_id: id, intent: text(64) } },
  [`POST ${session}/tokens`]: { fields: { organization_id: id, tab_state: text(32) } },
  [`POST ${session}/verify`]: { fields: { level: needed(oneOf()) }, good: { level: 'first_factor' } },
  [`POST ${session}/verify/prepare_first_factor`]: prepareFactor,
  [`POST ${session}/verify/attempt_first_factor`]: attemptFactor,
  [`POST ${session}/verify/prepare_second_factor`]: prepareFactor,
  [`POST ${session}/verify/attempt_second_factor`]: attemptFactor,
  'PATCH /v1/me': {
    fields: {
      first_name: text(256),
      last_name: text(256),
      username: text(256),
      primary_email_address_id: id,
      primary_phone_number_id: id,
      unsafe_metadata: metadata,
      password,
      current_password: password,
      locale: text(64),
    },
  },
  'PATCH /v1/me/metadata': { fields: { unsafe_metadata: needed(metadata) }, good: { unsafe_metadata: {} } },
  'POST /v1/me/change_password': {
    fields: { new_password: needed(password), current_password: password, sign_out_of_other_sessions: flag },
    good: { new_password: 'one more good password' },
  },
  'POST /v1/me/remove_password': { fields: { current_password: password } },
  'POST /v1/me/email_addresses': {
    fields: { email_address: needed(text(254)) },
    good: { email_address: 'eve@example.com' },
  },
  'POST /v1/me/email_addresses/:id/prepare_verification': {
    fields: { strategy: needed(strategy), redirect_url: url },
    good: { strategy: 'email_code' },
  },
  'POST /v1/me/email_addresses/:id/attempt_verification': {
    fields: { code: needed(code) },
    good: { code: '000000' },
  },
  'POST /v1/me/phone_numbers': {
    fields: { phone_number: needed(text(64)) },
    good: { phone_number: '+306945550177' },
  },
  'PATCH /v1/me/phone_numbers/:id': {
    fields: { reserved_for_second_factor: flag, default_second_factor: flag },
  },
  'POST /v1/me/phone_numbers/:id/prepare_verification': { fields: { strategy, channel: text(64) } },
  'POST /v1/me/phone_numbers/:id/attempt_verification': {
    fields: { code: needed(code) },
    good: { code: '000000' },
  },
  'POST /v1/me/passkeys/:id/attempt_verification': {
    fields: { strategy: needed(passkeyOnly), public_key_credential: needed(text(65_536)) },
    good: { strategy: 'passkey', public_key_credential: '{}' },
  },
  'PATCH /v1/me/passkeys/:id': { fields: { name: needed(text(64)) }, good: { name: 'Laptop' } },
  'POST /v1/me/totp/attempt_verification': { fields: { code: needed(code) }, good: { code: '000000' } },
  'POST /v1/me/external_accounts': {
    fields: { ...redirect, strategy: needed(strategy), additional_scope: texts(256, 50) },
    good: { strategy: 'oauth_github' },
  },
  'PATCH /v1/me/external_accounts/:id/reauthorize': {
    fields: { ...redirect, additional_scope: texts(256, 50) },
  },
  'GET /v1/client/handshake': {
    fields: {
      redirect_url: words(8192),
      format: oneOf(['', 'form_param_value_invalid']),
      organization_id: words(256),
    },
    good: { redirect_url: 'http://localhost:5173/' },
  },
  'GET /v1/client/touch': { fields: { redirect_url: words(8192) } },
  'GET /v1/username_availability': {
    fields: { username: needed(words(256)) },
    good: { username: 'eve_1815' },
  },
  'GET /v1/tickets/accept': { fields: { ticket: needed(words(4096)) }, good: { ticket: 'x' } },
  'GET /v1/images/default': {
    fields: { hue: needed(digits(0, 359)), initials: words(8) },
    good: { hue: '7' },
  },
}

/** Pages that people come to, which tell them in words what is wrong. */
export const pages = ['GET /v1/verify', 'POST /v1/verify', 'GET /v1/oauth_callback', 'GET /v1/popup_callback']
