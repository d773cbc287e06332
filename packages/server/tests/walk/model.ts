import { expect } from 'vitest'
import {
  createTestAuthenticator,
  type TestAuthenticator,
  type TestBrowser,
  type TestServer,
} from '../../src/testing/index.ts'
import { backendOf } from '../support/backend.ts'
import { createLiarProvider, type LiarProvider } from '../support/liar-provider.ts'
import { addPasskey, passkey } from '../support/passkeys.ts'
import { type Person, signUp } from '../support/people.ts'
import { randomFrom } from '../support/random.ts'
import { addApp, addReserved, signIns, start } from '../support/second-factors.ts'

export type AnyAnswer = Awaited<ReturnType<TestBrowser['get']>>
export type Somebody = Person & {
  authenticator: TestAuthenticator
  secret?: string
  backupCodes?: string[]
  number?: string
}

/** What the model knows of a sign-in: whose it is, and what was proved in it with a right proof. */
export type Known = {
  id: string
  /** Whoever it is for; of one that nobody was named for it is whoever proves to be somebody. */
  person: Pick<Somebody, 'address'> & Partial<Somebody>
  isForAnybody: boolean
  browser: TestBrowser
  hasFirst: boolean
  hasSecond: boolean
  /** A code for a new password was right, which proves something once that is set. */
  isResetting: boolean
  /** The first factor was the password. */
  isByPassword: boolean
  /** A code or a link has shown that the browser is the person's. */
  isTrusted: boolean
  /** The challenge of a passkey. */
  nonce: string | null
  /** What a code was last sent for. */
  prepared: string | null
}

/** Somebody who left for the provider and may come back, once. */
export type Trip = { url: string; browser: TestBrowser; at: 'sign_ins' | 'sign_ups'; id: string }

export type Walk = Awaited<ReturnType<typeof beginWalk>>

/** Somebody who has an account at the provider and none here. */
export const stranger = { address: 'stranger@example.com' }

type Options = { seed: number; clientTrust: boolean }

/** A server, people with every kind of factor, and browsers. */
export async function beginWalk({ seed, clientTrust }: Options) {
  const provider = await createLiarProvider()
  const server = await start({
    ...{ lockAfter: 100, singleSessionMode: false, clientTrust, emailLinkSignIn: true },
    ...{ passkey: { ...passkey, satisfiesSecondFactor: !clientTrust }, oauth: { acme: provider.settings } },
  })
  const browsers = Array.from({ length: 4 }, () => server.browser())
  return {
    ...{ server, provider, browsers, people: await populate(server), backend: backendOf(server) },
    passkeyIsBoth: !clientTrust,
    known: new Map<string, Known>(),
    /** Sessions of finished sign-ins, and of sign-ups of the stranger. */
    earned: new Set<string>(),
    /** Whose accounts a browser has held, where a password alone is not enough on another one; null where it is. */
    trusted: clientTrust ? new Map(browsers.map((browser) => [browser, new Set<string>()])) : null,
    trips: [] as Trip[],
    /** Who came back from the provider to a sign-up or a sign-in that is not theirs, and may go on with the other. */
    brought: new Map<TestBrowser, { at: Trip['at']; person: Known['person'] }>(),
    /** What a link is for. */
    links: new Map<string, { id: string; proves: 'hasFirst' | 'isTrusted' }>(),
    tickets: [] as { token: string; person: Somebody; isUsed: boolean }[],
    strangers: [] as string[],
    /** How often somebody got through, and by which first factor. */
    completed: new Map<string, number>(),
    random: randomFrom(seed),
  }
}

/** Somebody without a second factor, one with an app, one with a number, one with both; all have a passkey. */
async function populate(server: TestServer): Promise<Somebody[]> {
  const numbers = { bob: '+306945550123', grace: '+306945550124' }
  const people: Somebody[] = []
  for (const name of ['eve', 'ada', 'bob', 'grace'] as const) {
    const person = await signUp(server, { email_address: `${name}@example.com` })
    const authenticator = createTestAuthenticator()
    await addPasskey(person.browser, authenticator)
    const hasApp = name === 'ada' || name === 'grace'
    const app = hasApp ? await addApp(server, person.browser) : {}
    const number = name === 'bob' || name === 'grace' ? numbers[name] : undefined
    if (number) await addReserved(server, person.browser, number)
    people.push({ ...person, authenticator, ...app, ...(number ? { number } : {}) })
  }
  return people
}

/** Nobody stays locked or signed in, backup codes do not run out, and the stranger is one again. */
export async function freshen({ backend, people, browsers, strangers }: Walk): Promise<void> {
  for (const person of people) {
    await backend.post(`/v1/users/${person.userId}/unlock`)
    if (person.backupCodes?.length)
      await backend.patch(`/v1/users/${person.userId}`, { backup_codes: person.backupCodes })
  }
  for (const browser of browsers) await browser.delete('/v1/client/sessions')
  for (const id of strangers.splice(0)) await backend.delete(`/v1/users/${id}`)
}

/** Takes note of a sign-in that the model has not seen; a refused one leaves that of before in its place. */
export function remember(
  { known }: Walk,
  answer: AnyAnswer,
  facts: Pick<Known, 'person' | 'browser'> & Partial<Known>,
): Known | undefined {
  const id = answer.body?.response?.id ?? answer.body?.meta?.client?.sign_in?.id
  if (!id || known.has(id)) return undefined
  const nothing = { hasFirst: false, hasSecond: false, isResetting: false, isByPassword: false }
  const attempt = {
    id,
    isForAnybody: false,
    isTrusted: false,
    nonce: null,
    prepared: null,
    ...nothing,
    ...facts,
  }
  known.set(id, attempt)
  return attempt
}

/** No answer may tell of a session, or of a finished attempt, that the model does not know to be earned. */
export function judge(walk: Walk, { body }: AnyAnswer, told: string): void {
  const { known, earned, trusted, completed } = walk
  const { response, client } = body
  const isComplete = response?.object === 'sign_in_attempt' && response.status === 'complete'
  const isNews = isComplete && !earned.has(response.created_session_id)
  if (isComplete) earned.add(response.created_session_id)
  for (const { id } of (client ?? response)?.sessions ?? [])
    if (!earned.has(id)) expect.unreachable(`${told}: session ${id}`)
  if (!isNews) return
  const attempt = known.get(response.id)
  const needsSecond = Boolean(attempt?.person.secret ?? attempt?.person.number)
  if (!attempt?.hasFirst || (needsSecond && !attempt.hasSecond)) expect.unreachable(told)
  const { address } = attempt.person
  const homes = trusted?.get(attempt.browser)
  const isStrange = homes && attempt.isByPassword && !homes.has(address)
  if (isStrange && !needsSecond && !attempt.isTrusted) expect.unreachable(told)
  homes?.add(address)
  const strategy = String(response.first_factor_verification?.strategy)
  for (const name of [address, strategy]) completed.set(name, (completed.get(name) ?? 0) + 1)
}

/** How a sign-in stands now. */
export const look = ({ browser, id }: Pick<Known, 'browser' | 'id'>) => browser.get(`${signIns}/${id}`)

/** Comes back from the provider as somebody; `browser` is not always the one that left. */
export async function returnFrom(
  provider: LiarProvider,
  { url, browser, address }: { url: string; browser: TestBrowser; address: string },
): Promise<void> {
  provider.lie({ claims: { sub: address, email: address, email_verified: true } })
  const { pathname, search } = new URL(provider.back(url))
  await browser.fetch(`${pathname}${search}`)
}
