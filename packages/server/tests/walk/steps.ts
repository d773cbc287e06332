import { codeFor } from '../support/attempts.ts'
import { confirm, page, tokenOf } from '../support/links.ts'
import { pages, strategy as provider } from '../support/oauth.ts'
import { goodPassword } from '../support/people.ts'
import { one } from '../support/random.ts'
import { signIns } from '../support/second-factors.ts'
import { type AnyAnswer, look, remember, returnFrom, stranger, type Walk } from './model.ts'
import { call, isLucky, latest, proveTo } from './prove.ts'

export type Step = (walk: Walk) => Promise<AnyAnswer | undefined>

const createWithPassword: Step = async (walk) => {
  const person = one(walk, walk.people)
  const browser = one(walk, walk.browsers)
  const isRight = isLucky(walk, 0.8)
  const password = isRight ? person.password : 'another password'
  const answer = await browser.post(signIns, { identifier: person.address, password })
  remember(walk, answer, {
    person,
    browser,
    isByPassword: isRight,
    hasFirst: isRight && answer.status === 200,
  })
  return answer
}

const createWithout: Step = async (walk) => {
  const person = one(walk, walk.people)
  const browser = one(walk, walk.browsers)
  const codes = ['email_code', 'reset_password_email_code', 'phone_code', 'totp', 'backup_code', undefined]
  const answer = await browser.post(signIns, { identifier: person.address, strategy: one(walk, codes) })
  remember(walk, answer, { person, browser })
  return answer
}

const createWithTicket: Step = async (walk) => {
  if (isLucky(walk, 0.7)) {
    const person = one(walk, walk.people)
    const { token } = (await walk.backend.post('/v1/sign_in_tokens', { user_id: person.userId })).body
    walk.tickets.push({ token, person, isUsed: false })
  }
  const ticket = latest(walk, walk.tickets)
  if (!ticket) return undefined
  const browser = one(walk, walk.browsers)
  const answer = await browser.post(signIns, { strategy: 'ticket', ticket: ticket.token })
  const isTaken = answer.status === 200 && !ticket.isUsed
  remember(walk, answer, { person: ticket.person, browser, hasFirst: isTaken })
  if (isTaken) ticket.isUsed = true
  return answer
}

const createWithPasskey: Step = async (walk) => {
  const browser = one(walk, walk.browsers)
  const answer = await browser.post(signIns, { strategy: 'passkey' })
  const attempt = remember(walk, answer, { person: one(walk, walk.people), browser, isForAnybody: true })
  if (attempt) attempt.nonce = answer.body.response.first_factor_verification.nonce
  return answer
}

const askForPasskey: Step = (walk) =>
  call(walk, 'prepare_first_factor', async (attempt, send) => {
    const answer = await send({ strategy: 'passkey' })
    if (answer.status === 200) attempt.nonce = answer.body.response.first_factor_verification.nonce
    return answer
  })

const firstPasskey: Step = (walk) =>
  call(walk, 'attempt_first_factor', async (attempt, send) => {
    const owner = isLucky(walk, 0.7) ? walk.people.find((person) => person === attempt.person) : undefined
    const person = owner ?? one(walk, walk.people)
    const nonce = isLucky(walk, 0.8) ? attempt.nonce : (latest(walk, walk.known.values())?.nonce ?? null)
    if (!nonce) return undefined
    const isRight = nonce === attempt.nonce && (attempt.isForAnybody || person === attempt.person)
    const public_key_credential = await person.authenticator.get(nonce)
    const answer = await send({ strategy: 'passkey', public_key_credential })
    if (isRight && answer.status === 200)
      Object.assign(attempt, {
        ...{ person, isForAnybody: false, isByPassword: false, nonce: null },
        ...{ hasFirst: true, hasSecond: attempt.hasSecond || walk.passkeyIsBoth },
      })
    return answer
  })

const leave: Step = async (walk) => {
  const browser = one(walk, walk.browsers)
  const at = one(walk, ['sign_ins', 'sign_ups'] as const)
  const answer = await browser.post(`/v1/client/${at}`, { strategy: provider, ...pages })
  if (answer.status !== 200) return answer
  const { id, first_factor_verification: first, verifications } = answer.body.response
  const { external_verification_redirect_url: url } = first ?? verifications.external_account
  if (at === 'sign_ins') remember(walk, answer, { person: stranger, browser, isForAnybody: true })
  if (walk.brought.get(browser)?.at === at) walk.brought.delete(browser)
  walk.trips.push({ url, browser, at, id })
  return answer
}

const comeBack: Step = async (walk) => {
  const trip = latest(walk, walk.trips)
  if (!trip) return undefined
  const person = isLucky(walk, 0.8) ? one(walk, walk.people) : stranger
  const browser = isLucky(walk, 0.9) ? trip.browser : one(walk, walk.browsers)
  await returnFrom(walk.provider, { url: trip.url, browser, address: person.address })
  const answer = await trip.browser.get(`/v1/client/${trip.at}/${trip.id}`)
  if (browser !== trip.browser || answer.status !== 200 || !walk.trips.includes(trip)) return answer
  walk.trips.splice(walk.trips.indexOf(trip), 1)
  const { first_factor_verification: first, verifications, ...attempt } = answer.body.response
  const status = (first ?? verifications?.external_account)?.status
  if (status === 'transferable') walk.brought.set(browser, { at: trip.at, person })
  const known = walk.known.get(trip.id)
  if (known?.isForAnybody && status === 'verified')
    Object.assign(known, { person, isForAnybody: false, hasFirst: true })
  if (person === stranger && trip.at === 'sign_ups') welcome(walk, attempt)
  return answer
}

function welcome(walk: Walk, attempt: { created_user_id?: string; created_session_id?: string }) {
  if (!attempt.created_user_id || !attempt.created_session_id) return
  walk.strangers.push(attempt.created_user_id)
  walk.earned.add(attempt.created_session_id)
}

const transfer: Step = async (walk) => {
  const browser = one(walk, walk.browsers)
  const at = one(walk, ['sign_ins', 'sign_ups'] as const)
  const brought = walk.brought.get(browser)
  const answer = await browser.post(`/v1/client/${at}`, { transfer: true })
  const isRight = brought !== undefined && brought.at !== at
  if (at === 'sign_ins')
    remember(walk, answer, {
      ...{ person: brought?.person ?? stranger, browser },
      hasFirst: isRight && answer.status === 200,
    })
  if (!isRight || answer.status !== 200) return answer
  walk.brought.delete(browser)
  if (at === 'sign_ups' && brought.person === stranger) welcome(walk, answer.body.response)
  return answer
}

const prepare: Step = (walk) =>
  call(walk, `prepare_${one(walk, ['first', 'second'])}_factor`, async (attempt, send) => {
    const strategy = one(walk, ['email_code', 'phone_code', 'reset_password_email_code', 'totp'])
    const answer = await send({ strategy })
    if (answer.status === 200) attempt.prepared = strategy
    return answer
  })

const askForLink: Step = (walk) => {
  const factor = one(walk, ['first', 'second'] as const)
  return call(walk, `prepare_${factor}_factor`, async ({ id, person }, send) => {
    const answer = await send({ strategy: 'email_link', redirect_url: page })
    if (answer.status !== 200) return answer
    const link = walk.server.inbox.link(person.address)
    // Asked for again at once it is the one that is on its way.
    if (!walk.links.has(link))
      walk.links.set(link, { id, proves: factor === 'first' ? 'hasFirst' : 'isTrusted' })
    return answer
  })
}

const openLink: Step = async (walk) => {
  const [link, { id, proves }] = latest(walk, walk.links) ?? ['', { id: '', proves: 'hasFirst' as const }]
  const attempt = walk.known.get(id)
  if (!attempt) return undefined
  const browser = isLucky(walk, 0.7) ? attempt.browser : one(walk, walk.browsers)
  const { result } = await confirm(browser, link)
  if (result === 'verified' && tokenOf(link)) {
    attempt[proves] = true
    if (proves === 'hasFirst') attempt.isByPassword = false
    walk.links.delete(link)
  }
  return look(attempt)
}

const firstPassword: Step = (walk) =>
  proveTo(walk, 'attempt_first_factor', ({ person }) => ({ strategy: 'password', password: person.password }))

const firstCode: Step = (walk) =>
  proveTo(walk, 'attempt_first_factor', ({ person, prepared }) => ({
    strategy:
      (isLucky(walk, 0.7) && prepared) ||
      one(walk, ['email_code', 'reset_password_email_code', 'phone_code', 'totp', 'backup_code']),
    code: codeFor(walk.server, one(walk, [person.address, person.address, person.number ?? ''])),
  }))

const newPassword: Step = (walk) =>
  call(walk, 'reset_password', async (attempt, send) => {
    const answer = await send({ password: goodPassword })
    if (answer.status === 200 && attempt.isResetting) attempt.hasFirst = true
    return answer
  })

const secondByApp: Step = async (walk) => {
  const { secret } = one(walk, walk.people)
  const code = secret ? await walk.server.authenticator(secret) : '123456'
  return proveTo(walk, 'attempt_second_factor', ({ person }) => ({
    strategy: 'totp',
    code: person.secret === secret ? code : one(walk, [code, '123456']),
  }))
}

const secondByMessage: Step = (walk) =>
  proveTo(walk, 'attempt_second_factor', ({ person }) => ({
    strategy: 'phone_code',
    code: codeFor(walk.server, person.number ?? person.address),
  }))

const secondByBackupCode: Step = (walk) =>
  proveTo(walk, 'attempt_second_factor', ({ person }) => ({
    strategy: 'backup_code',
    code: one(walk, person.backupCodes ?? ['aaaaa-aaaaa']),
  }))

// On a strange browser a code by mail is the right thing.
const secondByTheWrongThing: Step = (walk) =>
  proveTo(walk, 'attempt_second_factor', ({ person }) => ({
    strategy: one(walk, [
      'password',
      'email_code',
      'email_link',
      'reset_password_email_code',
      'totp',
      '__proto__',
    ]),
    password: person.password,
    code: codeFor(walk.server, person.address),
  }))

const trustByCode: Step = (walk) =>
  proveTo(walk, 'attempt_second_factor', ({ person }) => ({
    strategy: 'email_code',
    code: codeFor(walk.server, person.address),
  }))

const signUpAsSomebody: Step = (walk) =>
  one(walk, walk.browsers).post('/v1/client/sign_ups', {
    email_address: one(walk, walk.people).address,
    password: goodPassword,
  })

const readClient: Step = (walk) => one(walk, walk.browsers).get('/v1/client')

export const steps: Step[] = [
  ...[createWithPassword, createWithPassword, createWithout, createWithout, createWithTicket],
  ...[createWithPasskey, askForPasskey, firstPasskey, firstPasskey],
  ...[leave, comeBack, comeBack, transfer],
  ...[prepare, prepare, prepare, firstPassword, firstCode, firstCode, firstCode, firstCode],
  ...[newPassword, newPassword, newPassword],
  ...[askForLink, askForLink, openLink, openLink],
  ...[secondByApp, secondByApp, secondByApp, secondByMessage, secondByMessage, secondByMessage],
  ...[secondByBackupCode, secondByBackupCode, secondByTheWrongThing],
  ...[trustByCode, trustByCode],
  ...[signUpAsSomebody, readClient],
]
