import type { Claims, Identity } from './provider.ts'

const longestAddress = 254
const longestName = 256
const longestUrl = 2048

/** A text of a provider without what no database and no screen takes; null when it is none or too long. */
export function textOf(value: unknown, max = longestName): string | null {
  if (typeof value !== 'string') return null
  const text = value.replaceAll(/\p{Cc}/gu, '').trim()
  return text === '' || text.length > max ? null : text
}

/** What an identifier at a provider must be: a short text or a whole number. */
export function subjectOf(value: unknown): string {
  const text = Number.isSafeInteger(value) ? String(value) : value
  if (typeof text === 'string' && /^[\x21-\x7e]{1,255}$/.test(text)) return text
  throw new TypeError('the provider named nobody')
}

/** An address, and whether the provider vouches for it. */
export const emailOf = (value: unknown, isVerified: unknown) => {
  const email = textOf(value, longestAddress)
  return { email, emailVerified: email !== null && (isVerified === true || isVerified === 'true') }
}

export function imageOf(value: unknown): string | null {
  const url = textOf(value, longestUrl)
  return url !== null && /^https:\/\//.test(url) && URL.canParse(url) ? url : null
}

export const asObject = (value: unknown): Claims =>
  typeof value === 'object' && value !== null ? (value as Claims) : {}

/** Who the standard claims of OpenID Connect name. */
export const toIdentity = (claims: Claims): Identity => ({
  subject: subjectOf(claims.sub),
  ...emailOf(claims.email, claims.email_verified),
  firstName: textOf(claims.given_name),
  lastName: textOf(claims.family_name),
  username: textOf(claims.preferred_username ?? claims.nickname),
  imageUrl: imageOf(claims.picture),
})

/** The two parts of a name that is given in one piece. */
export function namesOf(value: unknown): Pick<Identity, 'firstName' | 'lastName'> {
  const [first, ...others] = (textOf(value) ?? '').split(/\s+/)
  return { firstName: textOf(first), lastName: textOf(others.join(' ')) }
}
