import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import type { Limit } from '../ports/limiter.ts'

/** How often one network address may do something; what ends in `For` counts for each subject apart (S46). */
export const limits = {
  createSignIn: { name: 'create_sign_in', max: 5, windowMs: 10_000 },
  createSignUp: { name: 'create_sign_up', max: 5, windowMs: 10_000 },
  updateSignUp: { name: 'update_sign_up', max: 10, windowMs: 10_000 },
  createContact: { name: 'create_contact', max: 5, windowMs: 10_000 },
  prepare: { name: 'prepare', max: 10, windowMs: 10_000 },
  askUsername: { name: 'ask_username', max: 20, windowMs: 10_000 },
  changePictureFor: { name: 'change_picture', max: 10, windowMs: 60_000 },
  openEvents: { name: 'open_events', max: 20, windowMs: 10_000 },
  handshake: { name: 'handshake', max: 100, windowMs: 10_000 },
  createDevBrowser: { name: 'create_dev_browser', max: 20, windowMs: 10_000 },
  attempt: { name: 'attempt', max: 30, windowMs: 10_000 },
  attemptFor: { name: 'attempt_for', max: 3, windowMs: 10_000 },
  /** Of all text messages and of those to one country: who makes a server send them earns by it (S49). */
  smsOfInstance: { name: 'sms', max: 1_000, windowMs: 86_400_000 },
  smsToCountryFor: { name: 'sms_to_country', max: 300, windowMs: 86_400_000 },
} as const satisfies Record<string, Limit>

type Asker = { deps: Deps; device: Device }

/** Counts a call of a network address; throws a 429 with `Retry-After` when there were too many. */
export function limit({ deps, device }: Asker, what: Limit, subject = ''): void {
  const retryAfter = deps.limiter.hit(what, `${limitKey(device.ipAddress)}:${subject.slice(0, 64)}`)
  if (retryAfter > 0) throw new ApiError('too_many_requests', { retryAfter })
}

/** Counts a text message to a country, whoever asked for it; throws a 429 when there were too many in a day (S49). */
export function limitSms({ limiter }: Deps, callingCode: string): void {
  const waits = [limiter.hit(limits.smsOfInstance, ''), limiter.hit(limits.smsToCountryFor, callingCode)]
  const retryAfter = Math.max(...waits)
  if (retryAfter > 0) throw new ApiError('too_many_requests', { retryAfter })
}

/**
 * Counts a try to prove something, among all tries of a network address and among those for one subject: whoever opens
 * many attempts has no more tries for it (S46).
 * @param subject what exists, or what is tried to get into; never an id that a caller made up
 */
export function limitTries(asker: Asker, subject: string): void {
  limit(asker, limits.attempt)
  limit(asker, limits.attemptFor, subject)
}

/** An IPv4 address as it is, an IPv6 address by its /64, since one person has the whole of that (S47). */
export function limitKey(ipAddress: string | null): string {
  if (ipAddress === null) return 'unknown'
  const mapped = ipAddress.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)
  if (mapped?.[1]) return mapped[1]
  if (!ipAddress.includes(':')) return ipAddress
  const [head = '', tail = ''] = ipAddress.toLowerCase().split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = ipAddress.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : []
  const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16))
  return `${groups.slice(0, 4).join(':')}::/64`
}
