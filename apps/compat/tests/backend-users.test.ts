import { createClerkClient } from '@clerk/backend'
import { isClerkAPIResponseError } from '@clerk/backend/errors'
import { expect, inject, test } from 'vitest'

const backend = () => createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })

test('the unmodified backend package creates, reads, lists, updates and deletes a user', async () => {
  const { users } = backend()
  const created = await users.createUser({
    emailAddress: ['grace.compat@example.com'],
    password: 'correct horse battery staple',
    firstName: 'Grace',
    publicMetadata: { plan: 'team' },
    privateMetadata: { note: 'first' },
  })
  expect(created.primaryEmailAddress?.emailAddress).toBe('grace.compat@example.com')

  const read = await users.getUser(created.id)
  expect(read.privateMetadata).toEqual({ note: 'first' })

  const list = await users.getUserList({ emailAddress: ['grace.compat@example.com'] })
  expect(list.totalCount).toBe(1)
  expect(list.data.map(({ id }) => id)).toEqual([created.id])

  const updated = await users.updateUser(created.id, { lastName: 'Hopper' })
  expect(updated.fullName).toBe('Grace Hopper')
  const merged = await users.updateUserMetadata(created.id, { publicMetadata: { seats: 3 } })
  expect(merged.publicMetadata).toEqual({ plan: 'team', seats: 3 })

  await users.deleteUser(created.id)
  const failure = await users.getUser(created.id).catch((error: unknown) => error)
  expect(isClerkAPIResponseError(failure) && failure.status).toBe(404)
})

test('the unmodified backend package brings a user along with a digest of another system', async () => {
  const { users } = backend()
  const created = await users.createUser({
    emailAddress: ['joan.compat@example.com'],
    passwordHasher: 'bcrypt',
    passwordDigest: '$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e',
  })
  expect(created.passwordEnabled).toBe(true)
  const verify = (password: string) => users.verifyPassword({ userId: created.id, password })
  expect(await verify('correct horse')).toEqual({ verified: true })
  const failure = await verify('wrong horse').catch((error: unknown) => error)
  expect(isClerkAPIResponseError(failure) && failure.status).toBe(422)
})

test('the unmodified backend package bans a user, and adds, verifies and removes an address', async () => {
  const { users, emailAddresses } = backend()
  const { id } = await users.createUser({
    emailAddress: ['mary.compat@example.com'],
    password: 'correct horse battery staple',
  })
  expect((await users.banUser(id)).banned).toBe(true)
  expect((await users.unbanUser(id)).banned).toBe(false)
  const second = await emailAddresses.createEmailAddress({
    userId: id,
    emailAddress: 'mary.second@example.com',
  })
  expect(second.verification?.status).toBe('unverified')
  await emailAddresses.updateEmailAddress(second.id, { verified: true, primary: true })
  expect((await users.getUser(id)).primaryEmailAddressId).toBe(second.id)
  const first = (await users.getUser(id)).emailAddresses.find((address) => address.id !== second.id)
  await emailAddresses.deleteEmailAddress(first?.id ?? '')
  expect((await users.getUser(id)).emailAddresses.map(({ emailAddress }) => emailAddress)).toEqual([
    'mary.second@example.com',
  ])
})

test('the unmodified backend package adds, verifies and removes a phone number', async () => {
  const { users, phoneNumbers } = backend()
  const { id } = await users.createUser({
    emailAddress: ['katherine.compat@example.com'],
    phoneNumber: ['+306945550123'],
    password: 'correct horse battery staple',
  })
  const second = await phoneNumbers.createPhoneNumber({ userId: id, phoneNumber: '+442079460958' })
  expect(second.verification?.status).toBe('unverified')
  await phoneNumbers.updatePhoneNumber(second.id, { verified: true, primary: true })
  const user = await users.getUser(id)
  expect(user.primaryPhoneNumber?.phoneNumber).toBe('+442079460958')
  const first = user.phoneNumbers.find(({ id: other }) => other !== second.id)
  await phoneNumbers.deletePhoneNumber(first?.id ?? '')
  const found = await users.getUserList({ phoneNumber: ['+442079460958'] })
  expect(found.data.map((one) => one.id)).toEqual([id])
})

test('the unmodified backend package gives a user a picture and takes it away', async () => {
  const { users } = backend()
  const { id } = await users.createUser({
    emailAddress: ['hedy.compat@example.com'],
    password: 'correct horse battery staple',
  })
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
  const file = new Blob([Buffer.from(pixel, 'base64')])
  const given = await users.updateUserProfileImage(id, { file })
  expect(given.hasImage).toBe(true)
  const answer = await fetch(given.imageUrl)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await users.deleteUserProfileImage(id)).hasImage).toBe(false)
  expect((await fetch(given.imageUrl)).status).toBe(404)
})

test('a wrong secret key is refused', async () => {
  const { users } = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: 'sk_test_wrong' })
  const failure = await users.getUserList().catch((error: unknown) => error)
  expect(isClerkAPIResponseError(failure) && failure.status).toBe(401)
})

test('the unmodified backend package locks a user and lets the user in again', async () => {
  const { users } = backend()
  const { id } = await users.createUser({
    emailAddress: ['mary.compat@example.com'],
    password: 'correct horse battery staple',
  })
  expect((await users.lockUser(id)).locked).toBe(true)
  expect((await users.unlockUser(id)).locked).toBe(false)
})
