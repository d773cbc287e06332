// One @, a local part of visible characters, a domain of labels with a top level.
const shape =
  /^[^\s\p{C}@"(),:;<>[\\\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u

/**
 * The normal form of an email address: trimmed, lower case, Unicode normal form C,
 * the domain in IDNA; plus and dots are kept.
 * Returns null when the text is no address, also when it holds a character that only looks like an @ (S40).
 */
export function normalizeEmailAddress(value: string): string | null {
  const text = value.trim().normalize('NFC').toLowerCase()
  if (text.length > 254 || text.normalize('NFKC').split('@').length !== text.split('@').length) return null
  const at = text.lastIndexOf('@')
  const domain = toAscii(text.slice(at + 1))
  const local = text.slice(0, at)
  if (at < 1 || domain === null || local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return null
  const normal = `${local}@${domain}`
  return shape.test(normal) ? normal : null
}

/** An address with most of its local part hidden: `a****@example.com` (S17). */
export function maskEmailAddress(value: string): string {
  const at = value.lastIndexOf('@')
  return `${value.slice(0, 1)}****${value.slice(at)}`
}

/** Addresses whose code is fixed and which get no mail, when test mode is on. */
export const isTestEmailAddress = (value: string): boolean => /\+clerk_test[^@]*@/.test(value)

function toAscii(domain: string): string | null {
  if (/[/\\?#:@%]/.test(domain)) return null
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return null
  }
}
