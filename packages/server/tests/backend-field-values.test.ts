import { beforeAll, expect, test } from 'vitest'
import { createWorld, type Ids, send, type World } from './support/backend-world.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword } from './support/people.ts'
import { everyRow } from './support/rows.ts'

let world: World

beforeAll(async () => {
  world = await createWorld()
})

type Row = [route: string, fields: (world: World) => Record<string, unknown>, fault: string]

const digest = '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'
const newcomer = { email_address: ['eve@example.com'], skip_password_requirement: true }
const create = 'POST /v1/users'
const update = 'PATCH /v1/users/:id'
const verifyAddress = 'POST /v1/email_addresses/:id/attempt_verification'
const taken = '+306945550124'
const ban = 'POST /v1/users/ban'
const missing = '404 resource_not_found'

const strangers: ((world: World) => Ids)[] = [
  ({ grace }) => grace.ids,
  ({ gone }) => gone.ids,
  ({ ada }) => Object.fromEntries(Object.keys(ada.ids).map((kind) => [kind, 'user_nobody'])),
]

const users: Row[] = [
  [create, () => ({}), '422 form_param_missing email_address'],
  [create, () => ({ email_address: ['eve@example.com'] }), '422 form_param_missing password'],
  [create, () => ({ ...newcomer, username: 'GRACE_1815' }), '422 form_identifier_exists username'],
  [create, () => ({ ...newcomer, external_id: ' crm-grace' }), '422 form_identifier_exists external_id'],
  [
    create,
    () => ({ ...newcomer, phone_number: ['0030 694 5550 124', '+30 6945550124'] }),
    '422 form_param_format_invalid phone_number',
  ],
  [create, () => ({ ...newcomer, phone_number: [taken] }), '422 form_identifier_exists phone_number'],
  [
    create,
    () => ({ ...newcomer, email_address_identification_status: ['verified', 'reserved'] }),
    '422 form_param_value_invalid email_address_identification_status',
  ],
  [
    create,
    () => ({ ...newcomer, phone_number_identification_status: ['verified'] }),
    '422 form_param_value_invalid phone_number_identification_status',
  ],
  [
    create,
    () => ({ ...newcomer, password_digest: digest }),
    '422 form_conditional_param_missing password_hasher',
  ],
  [
    create,
    () => ({ ...newcomer, password_hasher: 'bcrypt' }),
    '422 form_conditional_param_missing password_digest',
  ],
  [
    create,
    () => ({ ...newcomer, password_hasher: 'argon2id', password_digest: digest }),
    '422 form_password_digest_invalid_code password_digest',
  ],
  [
    create,
    () => ({ ...newcomer, password: goodPassword, password_hasher: 'bcrypt', password_digest: digest }),
    '422 form_param_value_invalid password_digest',
  ],
  [update, () => ({ first_name: 'A', username: 'grace_1815' }), '422 form_identifier_exists username'],
  [update, () => ({ first_name: 'A', external_id: 'crm-grace' }), '422 form_identifier_exists external_id'],
  [
    update,
    ({ ada }) => ({ first_name: 'A', primary_email_address_id: ada.unverifiedId }),
    '422 form_param_value_invalid primary_email_address_id',
  ],
  ...strangers.flatMap((idsOf): Row[] => [
    [
      update,
      (given) => ({ first_name: 'A', primary_email_address_id: idsOf(given).email_addresses }),
      `${missing} primary_email_address_id`,
    ],
    [
      update,
      (given) => ({ first_name: 'A', primary_phone_number_id: idsOf(given).phone_numbers }),
      `${missing} primary_phone_number_id`,
    ],
    [
      verifyAddress,
      (given) => ({ code: '000000', verification_id: idsOf(given).verifications }),
      `${missing} verification_id`,
    ],
  ]),
  [ban, ({ ada }) => ({ user_ids: [ada.userId, 'user_nobody'] }), missing],
  [ban, ({ ada, gone }) => ({ user_ids: [ada.userId, gone.userId] }), missing],
]

const fresh = '+306945550177'
const verifyNumber = 'POST /v1/phone_numbers/:id/attempt_verification'
const addAddress = 'POST /v1/email_addresses'
const addNumber = 'POST /v1/phone_numbers'
const replaceNumber = 'PUT /v1/users/:id/phone_number'

const contacts: Row[] = [
  ...[addAddress, addNumber, 'POST /v1/sessions', 'POST /v1/sign_in_tokens', 'POST /v1/actor_tokens'].flatMap(
    (route) =>
      strangers.slice(1).map(
        (idsOf): Row => [
          route,
          (given) => ({
            ...{ user_id: idsOf(given).users, email_address: 'eve@example.com', phone_number: fresh },
            actor: { sub: 'support' },
          }),
          missing,
        ],
      ),
  ),
  [
    addAddress,
    ({ ada, grace }) => ({ user_id: ada.userId, email_address: grace.address.toUpperCase() }),
    '422 form_identifier_exists email_address',
  ],
  [
    addAddress,
    ({ ada }) => ({ user_id: ada.userId, email_address: ada.address }),
    '400 identification_exists email_address',
  ],
  [
    addAddress,
    ({ ada }) => ({ user_id: ada.userId, email_address: 'eve@example.com', primary: true }),
    '422 form_param_value_invalid primary',
  ],
  [
    'PUT /v1/users/:id/email_address',
    ({ grace }) => ({ email_address: grace.address }),
    '422 form_identifier_exists email_address',
  ],
  [
    'PATCH /v1/email_addresses/:id',
    () => ({ verified: false, primary: true }),
    '422 form_param_value_invalid verified',
  ],
  [
    addNumber,
    ({ ada }) => ({ user_id: ada.userId, phone_number: taken }),
    '422 form_identifier_exists phone_number',
  ],
  [
    addNumber,
    ({ ada }) => ({ user_id: ada.userId, phone_number: fresh, primary: true }),
    '422 form_param_value_invalid primary',
  ],
  [
    addNumber,
    ({ ada }) => ({ user_id: ada.userId, phone_number: fresh, reserved_for_second_factor: true }),
    '422 form_param_value_invalid reserved_for_second_factor',
  ],
  [replaceNumber, () => ({ phone_number: taken }), '422 form_identifier_exists phone_number'],
  [
    verifyNumber,
    ({ ada }) => ({ code: '000000', verification_id: ada.ids.verifications }),
    `${missing} verification_id`,
  ],
]

test.each([...users, ...contacts])(
  '%s refuses a value that names what is not there or not theirs, and nothing is written',
  async (route, fields, fault) => {
    const before = await everyRow(world.server)
    expect(faultOf(await send(world, route, fields(world)))).toBe(fault)
    expect(await everyRow(world.server)).toEqual(before)
  },
)
