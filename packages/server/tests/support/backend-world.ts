import { createTestAuthenticator, type TestServer } from '../../src/testing/index.ts'
import { type BackendAnswer, backendOf } from './backend.ts'
import { addPasskey, passkey } from './passkeys.ts'
import { signUp } from './people.ts'
import { addVerified, on } from './phone-numbers.ts'
import { addApp, secondFactors } from './second-factors.ts'
import { createTestServer } from './test-server.ts'

export type World = Awaited<ReturnType<typeof createWorld>>

/** What a path names, by the folder that it stands in. */
export type Ids = Record<string, string>

/** A server where one person has everything that a backend can ask for, another one too, and a third one had. */
export async function createWorld() {
  const server = await createTestServer({
    settings: {
      ...{ singleSessionMode: false, testMode: true, passkey, secondFactors },
      ...{ phoneNumber: on, username: on, deleteSelf: true, signInUrl: 'http://localhost:5173/sign-in' },
      oauth: { github: { clientId: 'id', clientSecret: 'secret' } },
    },
  })
  const backend = backendOf(server)
  const ada = await settle(server, 'ada', '+306945550123')
  const grace = await settle(server, 'grace', '+306945550124')
  const gone = await settle(server, 'gone', '+306945550125')
  await backend.delete(`/v1/users/${gone.ids.users}`)
  // A browser outlives the account.
  gone.ids.clients = 'client_gone'
  ada.ids.invitations = await invite(server, 'somebody@example.com')
  gone.ids.invitations = await invite(server, 'nobody@example.com')
  await backend.delete(`/v1/invitations/${gone.ids.invitations}`)
  for (const list of ['allow', 'block'])
    for (const [{ ids }, identifier] of [
      [ada, 'kept@example.com'],
      [gone, 'taken.off@example.com'],
    ] as const) {
      const { body } = await backend.post(`/v1/${list}list_identifiers`, { identifier })
      ids[`${list}list_identifiers`] = body.id
      if (ids === gone.ids) await backend.delete(`/v1/${list}list_identifiers/${body.id}`)
    }
  for (const { address, ids } of [ada, gone]) {
    const { body } = await backend.post('/v1/waitlist_entries', { email_address: address })
    ids.waitlist_entries = body.id
  }
  await backend.delete(`/v1/waitlist_entries/${gone.ids.waitlist_entries}`)
  return { server, backend, ada, grace, gone }
}

export async function settle(server: TestServer, name: string, number: string) {
  const backend = backendOf(server)
  const person = await signUp(server, { email_address: `${name}@example.com`, username: `${name}_1815` })
  await backend.patch(`/v1/users/${person.userId}`, { external_id: `crm-${name}` })
  const { userId, browser, addressId, sessionId } = person
  const numberId = await addVerified(server, browser, number)
  const { backupCodes } = await addApp(server, browser)
  const passkeyId = await addPasskey(browser, createTestAuthenticator())
  const accountId = await connect(server, userId, name)
  const added = await backend.post('/v1/email_addresses', {
    user_id: userId,
    email_address: `${name}.too@example.com`,
  })
  const signInToken = await backend.post('/v1/sign_in_tokens', { user_id: userId })
  const actorToken = await backend.post('/v1/actor_tokens', { user_id: userId, actor: { sub: 'support' } })
  const ids: Ids = {
    users: userId,
    sessions: sessionId,
    clients: (await browser.get('/v1/client')).body.response.id,
    email_addresses: addressId,
    phone_numbers: numberId,
    passkeys: passkeyId,
    external_accounts: accountId,
    sign_in_tokens: signInToken.body.id,
    actor_tokens: actorToken.body.id,
    oauth_access_tokens: 'oauth_github',
    verifications: await beginVerification(server, 'email_addresses', addressId),
    number_verifications: await beginVerification(server, 'phone_numbers', numberId),
  }
  return {
    ...person,
    ids,
    unverifiedId: String(added.body.id),
    backupCode: backupCodes[0] ?? '',
  }
}

async function invite(server: TestServer, address: string): Promise<string> {
  const { body } = await backendOf(server).post('/v1/invitations', {
    email_address: address,
    redirect_url: 'http://localhost:5173/sign-up',
  })
  return body.id
}

/** An account at a provider, as one that was connected leaves it behind. */
async function connect({ deps: { db, clock } }: TestServer, userId: string, name: string): Promise<string> {
  const now = clock.now()
  const id = `eac_${name}`
  const account = {
    ...{ id, user_id: userId, provider: 'oauth_github', provider_user_id: name },
    ...{ email_address: null, email_verified: 0, first_name: null, last_name: null, username: name },
    ...{ image_url: null, approved_scopes: '', tokens_sealed: null, error_code: null },
    ...{ verified_at: now, created_at: now, updated_at: now },
  }
  await db.insertInto('external_accounts').values(account).execute()
  return id
}

/** Sends a code, as a backend does it; the id of the verification that waits for it. */
async function beginVerification(server: TestServer, folder: string, id: string): Promise<string> {
  const { status, body } = await backendOf(server).post(`/v1/${folder}/${id}/prepare_verification`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  const row = await server.deps.db
    .selectFrom('verifications')
    .select('id')
    .where('owner', '=', 'backend')
    .where('owner_id', '=', id)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Asks a route as the table writes it, of the first person unless `ids` names others; a GET has its fields in the query. */
export function send(
  { server, ada }: World,
  route: string,
  fields: Record<string, unknown> | string,
  { ids = ada.ids, headers = {} }: { ids?: Ids; headers?: Record<string, string> } = {},
): Promise<BackendAnswer> {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replaceAll(/\/(\w+)\/:\w+/g, (_, folder: string) => `/${folder}/${ids[folder]}`)
  const backend = backendOf(server, { authorization: `Bearer ${server.secretKey}`, ...headers })
  if (method === 'GET') return backend.get(`${path}?${typeof fields === 'string' ? fields : toQuery(fields)}`)
  if (method === 'DELETE') return backend.delete(path)
  if (method === 'POST') return backend.post(path, fields)
  return method === 'PUT' ? backend.put(path, fields) : backend.patch(path, fields)
}

export const toQuery = (fields: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, given]) => [given].flat().map((one) => [name, String(one)])),
  )
