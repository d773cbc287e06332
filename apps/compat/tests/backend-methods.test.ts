import { createClerkClient } from '@clerk/backend'
import { expect, inject, test } from 'vitest'

const password = 'correct horse battery staple'
const called = new Set<string>()
const apis = [
  'users',
  'sessions',
  'clients',
  'signInTokens',
  'actorTokens',
  'emailAddresses',
  'phoneNumbers',
  'testingTokens',
  'jwks',
  'invitations',
  'allowlistIdentifiers',
  'blocklistIdentifiers',
  'waitlistEntries',
] as const

/** The methods of these APIs whose subject this server does not have. */
const absent = [
  'users.deleteUserWeb3Wallet',
  'sessions.verifySession',
  'sessions.refreshSession',
  // By the nonce of a page: `authenticate-request.test.ts`.
  'clients.getHandshakePayload',
]

const createClient = () =>
  createClerkClient({ apiUrl: inject('sharedServerUrl'), secretKey: inject('sharedSecretKey') })

/** The unmodified backend package, which notes what of it is called. */
function backend() {
  const client = createClient()
  return Object.fromEntries(apis.map((api) => [api, noteCalls(api, client[api])])) as Pick<
    typeof client,
    (typeof apis)[number]
  >
}

function noteCalls<T extends object>(api: string, target: T): T {
  return new Proxy(target, {
    get(object, name) {
      called.add(`${api}.${String(name)}`)
      const value = Reflect.get(object, name)
      return typeof value === 'function' ? value.bind(object) : value
    },
  })
}

const picture = () =>
  new Blob(
    [
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ],
    { type: 'image/png' },
  )

test('the unmodified backend package manages everything about a user', async () => {
  const { users } = backend()
  const { id } = await users.createUser({
    emailAddress: ['ida.methods@example.com'],
    phoneNumber: ['+12015550140'],
    username: 'ida_methods',
    password,
    totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    backupCodes: ['one-of-two-codes', 'two-of-two-codes'],
  })
  expect(await users.getCount({ emailAddress: ['ida.methods@example.com'] })).toBe(1)
  expect((await users.getUserList({ username: ['ida_methods'] })).data[0]?.id).toBe(id)
  expect((await users.getUser(id)).backupCodeEnabled).toBe(true)
  expect((await users.updateUser(id, { firstName: 'Ida' })).firstName).toBe('Ida')
  await users.updateUserMetadata(id, { publicMetadata: { a: 1 }, privateMetadata: { b: 2 } })
  expect((await users.replaceUserMetadata(id, { publicMetadata: { c: 3 } })).publicMetadata).toEqual({ c: 3 })
  expect((await users.updateUserProfileImage(id, { file: picture() })).hasImage).toBe(true)
  expect((await users.deleteUserProfileImage(id)).hasImage).toBe(false)
  expect((await users.banUser(id)).banned).toBe(true)
  expect((await users.unbanUser(id)).banned).toBe(false)
  expect((await users.lockUser(id)).locked).toBe(true)
  expect((await users.unlockUser(id)).locked).toBe(false)
  expect((await users.getOrganizationMembershipList({ userId: id })).data).toEqual([])
  expect((await users.getOrganizationInvitationList({ userId: id })).data).toEqual([])
})

test('the unmodified backend package manages how a user signs in', async () => {
  const { users } = backend()
  const { id } = await users.createUser({
    emailAddress: ['joy.methods@example.com'],
    password,
    totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    backupCodes: ['one-of-two-codes', 'two-of-two-codes'],
  })
  expect(await users.verifyPassword({ userId: id, password })).toEqual({ verified: true })
  expect(await users.verifyTOTP({ userId: id, code: 'one-of-two-codes' })).toMatchObject({
    code_type: 'backup_code',
  })
  await users.setPasswordCompromised(id)
  await users.unsetPasswordCompromised(id)
  await users.deleteUserBackupCodes(id)
  expect((await users.getUser(id)).backupCodeEnabled).toBe(false)
  await users.deleteUserTOTP(id)
  expect((await users.getUser(id)).totpEnabled).toBe(false)
  await users.disableUserMFA(id)
  const moved = await users.replaceUserEmailAddress(id, { emailAddress: 'joy.new@example.com' })
  expect(moved.emailAddress).toBe('joy.new@example.com')
  const numbered = await users.replaceUserPhoneNumber(id, { phoneNumber: '+12015550141' })
  expect(numbered.phoneNumber).toBe('+12015550141')
  expect((await users.removePassword(id)).passwordEnabled).toBe(false)
  expect((await users.deleteUser(id)).id).toBe(id)
})

test('the unmodified backend package finds nothing of a user who has connected nothing', async () => {
  const { users } = backend()
  const { id } = await users.createUser({ emailAddress: ['una.methods@example.com'], password })
  const status = (asked: Promise<unknown>) => asked.catch((error: { status?: number }) => error.status)
  expect(await status(users.getUserOauthAccessToken(id, 'google'))).toBe(404)
  const nothing = { userId: id, externalAccountId: 'eac_none', passkeyIdentificationId: 'pk_none' }
  expect(await status(users.deleteUserExternalAccount(nothing))).toBe(404)
  expect(await status(users.deleteUserPasskey(nothing))).toBe(404)
})

test('the unmodified backend package manages addresses and numbers', async () => {
  const { users, emailAddresses, phoneNumbers } = backend()
  const { id: userId } = await users.createUser({ emailAddress: ['amy.methods@example.com'], password })
  const address = await emailAddresses.createEmailAddress({ userId, emailAddress: 'amy.2@example.com' })
  expect((await emailAddresses.getEmailAddress(address.id)).emailAddress).toBe('amy.2@example.com')
  await emailAddresses.updateEmailAddress(address.id, { verified: true, primary: true })
  expect((await users.getUser(userId)).primaryEmailAddressId).toBe(address.id)
  expect((await emailAddresses.deleteEmailAddress(address.id)).id).toBe(address.id)
  const number = await phoneNumbers.createPhoneNumber({ userId, phoneNumber: '+12015550142' })
  expect((await phoneNumbers.getPhoneNumber(number.id)).phoneNumber).toBe('+12015550142')
  await phoneNumbers.updatePhoneNumber(number.id, { verified: true })
  expect((await phoneNumbers.deletePhoneNumber(number.id)).id).toBe(number.id)
})

test('the unmodified backend package makes, reads and ends a session', async () => {
  const { users, sessions, testingTokens, jwks } = backend()
  const { id: userId } = await users.createUser({ emailAddress: ['eve.methods@example.com'], password })
  const session = await sessions.createSession({ userId })
  expect((await sessions.getSession(session.id)).userId).toBe(userId)
  expect((await sessions.getSessionList({ userId })).data.map(({ id }) => id)).toEqual([session.id])
  expect((await sessions.getToken(session.id)).jwt.split('.')).toHaveLength(3)
  expect((await sessions.revokeSession(session.id)).status).toBe('revoked')
  expect((await testingTokens.createTestingToken()).token).toBeTruthy()
  expect((await jwks.getJwks()).keys).toHaveLength(1)
})

test('the unmodified backend package reads browsers', async () => {
  const { users, sessions, clients } = backend()
  const { id: userId } = await users.createUser({ emailAddress: ['cleo.methods@example.com'], password })
  const { id, clientId } = await sessions.createSession({ userId })
  const client = await clients.getClient(clientId)
  expect([client.id, client.sessionIds, client.lastActiveSessionId]).toEqual([clientId, [id], id])
  expect((await clients.getClientList({ limit: 1 })).data[0]?.id).toBe(clientId)
  const status = await clients.verifyClient('nobody').catch((error: { status?: number }) => error.status)
  expect(status).toBe(404)
})

test('the unmodified backend package makes and takes back what signs somebody in', async () => {
  const { users, signInTokens, actorTokens } = backend()
  const { id: userId } = await users.createUser({ emailAddress: ['tia.methods@example.com'], password })
  const ticket = await signInTokens.createSignInToken({ userId, expiresInSeconds: 60 })
  expect((await signInTokens.revokeSignInToken(ticket.id)).status).toBe('revoked')
  const acting = await actorTokens.create({ userId, actor: { sub: 'support' } })
  expect((await actorTokens.revoke(acting.id)).status).toBe('revoked')
})

test('the unmodified backend package invites people', async () => {
  const { invitations } = backend()
  const redirectUrl = 'http://localhost:5173/sign-up'
  const made = await invitations.createInvitation({
    ...{ emailAddress: 'ann.methods@example.com', redirectUrl, expiresInDays: 7, notify: false },
    ...{ publicMetadata: { plan: 'pro' }, ignoreExisting: true, templateSlug: 'invitation' },
  })
  expect(made).toMatchObject({ status: 'pending', publicMetadata: { plan: 'pro' } })
  expect(made.url).toContain('/v1/tickets/accept?ticket=')
  const many = await invitations.createInvitationBulk([
    { emailAddress: 'bob.methods@example.com', redirectUrl },
    { emailAddress: 'cat.methods@example.com', redirectUrl },
  ])
  expect(many).toHaveLength(2)
  const { data, totalCount } = await invitations.getInvitationList({ query: 'methods', status: 'pending' })
  expect([data.length, totalCount]).toEqual([3, 3])
  expect((await invitations.revokeInvitation(made.id)).status).toBe('revoked')
  expect((await invitations.deleteInvitation(made.id)).id).toBe(made.id)
})

test('the unmodified backend package keeps the lists of who is let in and who is not', async () => {
  const { allowlistIdentifiers, blocklistIdentifiers } = backend()
  const allowed = await allowlistIdentifiers.createAllowlistIdentifier({
    identifier: '*@methods.example',
    notify: false,
  })
  const allowlist = await allowlistIdentifiers.getAllowlistIdentifierList()
  expect([allowlist.totalCount, allowlist.data[0]?.identifier]).toEqual([1, '*@methods.example'])
  expect((await allowlistIdentifiers.deleteAllowlistIdentifier(allowed.id)).id).toBe(allowed.id)
  const blocked = await blocklistIdentifiers.createBlocklistIdentifier({ identifier: 'bad@methods.example' })
  const blocklist = await blocklistIdentifiers.getBlocklistIdentifierList()
  expect([blocklist.totalCount, blocklist.data[0]?.identifierType]).toEqual([1, 'email_address'])
  expect((await blocklistIdentifiers.deleteBlocklistIdentifier(blocked.id)).id).toBe(blocked.id)
})

test('the unmodified backend package keeps a waitlist', async () => {
  const { waitlistEntries } = backend()
  const made = await waitlistEntries.create({ emailAddress: 'dan.methods@example.com', notify: false })
  const [again, gil] = await waitlistEntries.createBulk([
    { emailAddress: 'dan.methods@example.com' },
    { emailAddress: 'gil.methods@example.com', notify: false },
  ])
  expect(again?.id).toBe(made.id)
  expect((await waitlistEntries.list({ query: 'methods' })).totalCount).toBe(2)
  // This server was not told where people sign up, and sends nobody nowhere.
  const status = await waitlistEntries.invite(made.id).catch((error: { status?: number }) => error.status)
  expect(status).toBe(422)
  expect((await waitlistEntries.reject(made.id)).status).toBe('rejected')
  expect((await waitlistEntries.delete(gil?.id ?? '')).id).toBe(gil?.id)
})

test('no method of the unmodified backend package was left out', () => {
  const client = createClient()
  const all = apis.flatMap((api) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(client[api]))
      .filter((name) => name !== 'constructor')
      .map((name) => `${api}.${name}`),
  )
  expect(all.filter((name) => !called.has(name)).sort()).toEqual([...absent].sort())
})
